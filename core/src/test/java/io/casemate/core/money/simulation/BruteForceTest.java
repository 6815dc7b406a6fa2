package io.casemate.core.money.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.money.loss.Contribution;
import io.casemate.core.money.loss.Losses;
import io.casemate.core.money.loss.Outcome;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * Four scenarios, three of one origin, two assets that several of them harm: against 100,000,000 years drawn the longest way by
 * bench/BruteForceLosses.java, which shares no code with this one. Its output is copied here.
 */
class BruteForceTest {
    private static final double[][] TOTAL = {
        {0.9, 1375088.9, 2482560.9},
        {0.95, 2040195.5, 3302274.6},
        {0.99, 3940201.5, 5703486.8},
        {0.995, 4960019.6, 7027322.0}
    };

    private static final Outcome OUTCOME = Examples.run(Examples.four(), 2_000_000);

    @Test
    void mean_deviation_and_probability_of_any_loss_agree() {
        Losses total = OUTCOME.total();
        assertThat(total.mean().value()).isCloseTo(483194.2, Percentage.withPercentage(0.5));
        assertThat(total.deviation().value()).isCloseTo(874535.8, Percentage.withPercentage(1));
        assertThat(total.anyLoss().value()).isCloseTo(0.597811, Percentage.withPercentage(0.3));
    }

    @Test
    void value_at_risk_and_tail_value_at_risk_are_within_one_percent() {
        for (double[] row : TOTAL) {
            var tail = OUTCOME.total().tail(row[0]);
            assertThat(tail.valueAtRisk().value()).as("VaR %s", row[0]).isCloseTo(row[1], Percentage.withPercentage(1));
            assertThat(tail.mean().value()).as("TVaR %s", row[0]).isCloseTo(row[2], Percentage.withPercentage(1));
        }
    }

    @Test
    void parts_of_the_mean_and_of_each_tail_add_up() {
        for (double at : Losses.TAILS) {
            double sum = OUTCOME.parts().stream()
                    .mapToDouble(p -> p.tail(at).value())
                    .sum();
            assertThat(sum)
                    .as("at %s", at)
                    .isCloseTo(OUTCOME.total().tail(at).mean().value(), Percentage.withPercentage(0.5));
        }
        double mean = OUTCOME.parts().stream()
                .map(Contribution::mean)
                .mapToDouble(f -> f.value())
                .sum();
        assertThat(mean).isCloseTo(OUTCOME.total().mean().value(), Percentage.withPercentage(1e-9));
    }
}
