package io.casemate.core.money.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.casemate.core.money.loss.Losses;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static final long SEED = 20261121L;

    private static double[] amounts(SplittableRandom random, int count) {
        double[] amounts = new double[count];
        for (int i = 0; i < count; i++) {
            amounts[i] = random.nextInt(3) == 0 ? 0 : Math.exp(random.nextGaussian(11, 1.5));
        }
        return amounts;
    }

    /** Sorting is the slow way. */
    @Test
    void figures_are_those_of_the_sorted_amounts() {
        var random = new SplittableRandom(SEED);
        for (int round = 0; round < 20; round++) {
            double[] amounts = amounts(random, 20_000);
            var histogram = new Histogram();
            histogram.add(amounts, amounts.length);
            Losses found = Summary.of(histogram);
            Arrays.sort(amounts);
            for (var tail : found.tails()) {
                int rank = (int) Math.round(tail.at() * amounts.length);
                double worst = Arrays.stream(amounts, rank, amounts.length).sum() / (amounts.length - rank);
                String what = "seed %d round %d at %s".formatted(SEED, round, tail.at());
                assertThat(tail.valueAtRisk().value())
                        .as(what)
                        .isCloseTo(amounts[rank - 1], Percentage.withPercentage(0.8));
                assertThat(tail.mean().value()).as(what).isCloseTo(worst, Percentage.withPercentage(0.1));
                assertThat(tail.valueAtRisk().low())
                        .as(what)
                        .isLessThanOrEqualTo(tail.valueAtRisk().value());
                assertThat(tail.valueAtRisk().high())
                        .as(what)
                        .isGreaterThanOrEqualTo(tail.valueAtRisk().value());
            }
            double mean = Arrays.stream(amounts).average().orElseThrow();
            assertThat(found.mean().value()).isCloseTo(mean, Percentage.withPercentage(1e-9));
            long some = Arrays.stream(amounts).filter(a -> a > 0).count();
            assertThat(found.anyLoss().value()).isCloseTo((double) some / amounts.length, within(1e-12));
        }
    }

    @Test
    void parts_added_up_are_the_whole() {
        double[] amounts = amounts(new SplittableRandom(SEED), 9_000);
        var whole = new Histogram();
        whole.add(amounts, amounts.length);
        var sum = new Histogram();
        for (int from = 0; from < amounts.length; from += 1_000) {
            var part = new Histogram();
            part.add(Arrays.copyOfRange(amounts, from, from + 1_000), 1_000);
            sum.add(part);
        }
        for (int bin = 0; bin < Histogram.bins(); bin++) {
            assertThat(sum.count(bin)).isEqualTo(whole.count(bin));
            assertThat(sum.sum(bin)).isCloseTo(whole.sum(bin), within(1e-9 * (1 + whole.sum(bin))));
        }
    }

    @Test
    void an_amount_that_is_always_the_same_is_found_exactly() {
        var histogram = new Histogram();
        double[] amounts = new double[1_000];
        Arrays.fill(amounts, 123_456.789);
        histogram.add(amounts, amounts.length);
        assertThat(Summary.of(histogram).percentile(0.5).value()).isCloseTo(123_456.789, within(1e-6));
        assertThat(Summary.of(histogram).deviation().value()).isCloseTo(0, within(1.0));
    }

    @Test
    void bins_rise_and_are_at_most_a_128th_wide() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 10_000; i++) {
            double amount = Math.exp(random.nextDouble(-2, 40));
            int bin = Histogram.bin(amount);
            assertThat(Histogram.lower(bin)).isLessThanOrEqualTo(amount);
            assertThat(Histogram.lower(bin + 1)).isGreaterThan(amount);
            assertThat(Histogram.lower(bin + 1) / Histogram.lower(bin)).isLessThanOrEqualTo(1 + 1.0 / 128 + 1e-12);
        }
    }
}
