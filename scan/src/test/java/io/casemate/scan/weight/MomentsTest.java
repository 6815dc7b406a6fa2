package io.casemate.scan.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final long SEED = 20260305L;

    /** The definitions, in 40 decimal digits. */
    private static double[] slowly(double[] values) {
        var digits = new MathContext(40);
        BigDecimal n = BigDecimal.valueOf(values.length);
        BigDecimal mean = Arrays.stream(values)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(n, digits);
        BigDecimal m2 = BigDecimal.ZERO;
        BigDecimal m4 = BigDecimal.ZERO;
        for (double value : values) {
            BigDecimal square = new BigDecimal(value).subtract(mean).pow(2, digits);
            m2 = m2.add(square, digits);
            m4 = m4.add(square.pow(2, digits), digits);
        }
        double kurtosis = n.multiply(m4).divide(m2.pow(2), digits).doubleValue() - 3;
        return new double[] {mean.doubleValue(), Math.sqrt(m2.divide(n, digits).doubleValue()), kurtosis};
    }

    private static double[] draw(RandomGenerator random, int n, double mean, double deviation) {
        return random.doubles(n)
                .map(u -> mean + deviation * (u - 0.5) * (u < 0.02 ? 20 : 1))
                .toArray();
    }

    @Test
    void moments_are_those_of_the_definition_even_far_from_zero() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (double mean : new double[] {0, 1, -1e3, 1e8}) {
            double[] values = draw(random, 4001, mean, 0.01 * Math.max(1, Math.abs(mean) / 1e4));
            Moments fast = Moments.NONE;
            for (int from = 0; from < values.length; from += 1500) {
                double[] part = Arrays.copyOfRange(values, from, Math.min(values.length, from + 1500));
                fast = fast.merge(new MomentLanes().of(part, part.length));
            }
            double[] slow = slowly(values);
            assertThat(fast.count()).isEqualTo(values.length);
            assertThat(fast.mean())
                    .as("seed %d mean %s", SEED, mean)
                    .isCloseTo(slow[0], within(1e-12 * Math.max(1, Math.abs(mean))));
            assertThat(fast.standardDeviation())
                    .as("seed %d mean %s", SEED, mean)
                    .isCloseTo(slow[1], within(1e-6 * slow[1]));
            assertThat(fast.kurtosis()).as("seed %d mean %s", SEED, mean).isCloseTo(slow[2], within(1e-5 * slow[2]));
            assertThat(fast.min()).isEqualTo(Arrays.stream(values).min().orElseThrow());
            assertThat(fast.max()).isEqualTo(Arrays.stream(values).max().orElseThrow());
        }
    }

    @Test
    void lanes_are_used_again_without_a_trace() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        var lanes = new MomentLanes();
        for (int n : new int[] {4096, 512, 513, 511, 1, 0, 1024}) {
            double[] values = draw(random, n, 5, 1);
            assertThat(lanes.of(values, n)).as("%d numbers", n).isEqualTo(new MomentLanes().of(values, n));
            assertThat(lanes.of(values, n).count()).isEqualTo(n);
        }
    }

    @Test
    void merging_is_associative_and_nothing_changes_nothing() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        Moments a = Moments.of(draw(random, 100, 1, 2), 0, 100);
        Moments b = Moments.of(draw(random, 7, -3, 1), 0, 7);
        Moments c = Moments.of(draw(random, 1, 9, 1), 0, 1);
        assertThat(a.merge(b).merge(c).kurtosis()).isCloseTo(a.merge(b.merge(c)).kurtosis(), within(1e-10));
        assertThat(a.merge(Moments.NONE)).isEqualTo(a);
        assertThat(Moments.NONE.merge(a)).isEqualTo(a);
    }

    @Test
    void equal_numbers_are_constant_and_have_no_kurtosis() {
        Moments same = Moments.of(new double[] {0.5, 0.5, 0.5}, 0, 3);
        assertThat(same.constant()).isTrue();
        assertThat(same.kurtosis()).isNaN();
        assertThat(Moments.NONE.constant()).isFalse();
    }
}
