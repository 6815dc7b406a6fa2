package io.casemate.core.money.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.casemate.core.money.distribution.LogNormal;
import io.casemate.core.money.distribution.Pert;
import io.casemate.core.money.loss.CurvePoint;
import io.casemate.core.money.loss.Losses;
import io.casemate.core.money.loss.Tail;
import io.casemate.core.money.scenario.Dials;
import io.casemate.core.money.scenario.Peril;
import io.casemate.core.money.scenario.Stake;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation against the distribution itself: Panjer's recursion draws nothing. */
class PanjerTest {
    private static final long YEARS = 2_000_000;

    /** Perils of origins of their own, with a step of the grid that is small beside their losses. */
    private record Case(String name, double step, List<Peril> perils) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        Stake rare = Stake.of("rare", new Pert(1e5, 1e6, 1e7));
        Stake often = Stake.of("often", LogNormal.of90(1, 10));
        Peril learnt = new Peril("learnt", "", new Dials.Posterior(2, 1, 0.3, 4), List.of(Examples.A));
        Peril tested = new Peril("tested", "", new Dials.Posterior(0.9, 1.5, 0.6, 12), List.of(Examples.B));
        return Stream.of(
                new Case("rare and large", 1e4, List.of(new Peril("rare", "", Examples.known(0.1, 1), List.of(rare)))),
                new Case(
                        "often and small",
                        0.05,
                        List.of(new Peril("often", "", Examples.known(7.4, 0.5), List.of(often)))),
                new Case("both dials uncertain, two kinds of loss", 1e4, List.of(learnt)),
                new Case("two at once", 1e4, List.of(learnt, tested)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_simulation_has_the_curve_and_the_tails_of_the_recursion(Case given) {
        Losses found = Examples.run(given.perils(), YEARS).total();
        Recursion exact = given.perils().stream()
                .map(p -> Recursion.of(p, given.step()))
                .reduce(Recursion::plus)
                .orElseThrow();
        assertThat(found.mean().value())
                .isCloseTo(exact.mean(), within(4 * found.mean().error() + 1e-4 * exact.mean()));
        int points = 0;
        for (CurvePoint point : found.curve()) {
            if (point.loss() >= 20 * given.step()) {
                double expected = exact.beyond(point.loss());
                assertThat(point.probability().value())
                        .as("a year costs more than %s", point.loss())
                        .isCloseTo(expected, within(4 * point.probability().error() + 0.003 * expected));
                points++;
            }
        }
        assertThat(points).isGreaterThan(8);
        for (double at : Losses.TAILS) {
            Tail tail = found.tail(at);
            double border = exact.quantile(at);
            assertThat(tail.valueAtRisk().value()).as("VaR %s", at).isCloseTo(border, Percentage.withPercentage(1));
            assertThat(tail.mean().value())
                    .as("TVaR %s", at)
                    .isCloseTo(exact.meanBeyond(at), Percentage.withPercentage(1));
        }
    }
}
