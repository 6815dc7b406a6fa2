package io.casemate.core.money.simulation;

import static io.casemate.core.money.simulation.Examples.SEED;
import static io.casemate.core.money.simulation.Examples.known;
import static io.casemate.core.money.simulation.Examples.peril;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.casemate.core.money.distribution.Pert;
import io.casemate.core.money.loss.Losses;
import io.casemate.core.money.loss.Results;
import io.casemate.core.money.scenario.Dials;
import io.casemate.core.money.scenario.Peril;
import io.casemate.core.money.scenario.Portfolio;
import io.casemate.core.money.scenario.Stake;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SimulationTest {
    @Test
    void any_number_of_threads_gives_the_same_bits() {
        List<Portfolio> states = List.of(portfolio(1), portfolio(2));
        Results one = new Simulation(states, 40_000, SEED, 1).run();
        assertThat(new Simulation(states, 40_000, SEED, 2).run()).isEqualTo(one);
        assertThat(new Simulation(states, 40_000, SEED, 7).run()).isEqualTo(one);
        assertThat(new Simulation(states, 40_000, SEED + 1, 2).run()).isNotEqualTo(one);
    }

    private static Portfolio portfolio(int salt) {
        return new Portfolio(Examples.random(new SplittableRandom(salt), 15));
    }

    /** What a lower V takes away is taken away in each single year, and nothing else moves. */
    @Test
    void a_control_only_takes_events_away_in_every_year() {
        var random = new SplittableRandom(SEED);
        for (int round = 0; round < 20; round++) {
            List<Peril> before = Examples.random(random, 8);
            List<Peril> after =
                    before.stream().map(p -> lower(p, random.nextDouble())).toList();
            Model now = new Model(new Portfolio(before), SEED);
            Model then = new Model(new Portfolio(after), SEED);
            double[][] losses = new double[2][Page.YEARS];
            totals(now, losses[0]);
            totals(then, losses[1]);
            for (int y = 0; y < Page.YEARS; y++) {
                assertThat(losses[1][y])
                        .as("seed %d round %d year %d", SEED, round, y)
                        .isLessThanOrEqualTo(losses[0][y] + 1e-6);
            }
        }
    }

    private static Peril lower(Peril peril, double factor) {
        var p = (Dials.Posterior) peril.dials();
        var dials = new Dials.Posterior(p.frequency(), p.years(), p.vulnerability() * factor, p.trials());
        return new Peril(peril.id(), peril.origin(), dials, peril.stakes());
    }

    private static void totals(Model model, double[] into) {
        Page page = model.page();
        model.simulate(0, Page.YEARS, page);
        for (int y = 0; y < Page.YEARS; y++) {
            into[y] = page.total(y);
        }
    }

    @Test
    void more_attempts_never_lower_the_mean_and_another_currency_scales_all() {
        var random = new SplittableRandom(SEED);
        for (int round = 0; round < 10; round++) {
            Peril peril = Examples.random(random, 1).getFirst();
            var p = (Dials.Posterior) peril.dials();
            var more = new Dials.Posterior(p.frequency() * 1.3, p.years(), p.vulnerability(), p.trials());
            Losses few = Examples.run(20_000, peril).total();
            Losses many = Examples.run(20_000, new Peril(peril.id(), "", more, peril.stakes()))
                    .total();
            assertThat(many.mean().value())
                    .as("seed %d round %d", SEED, round)
                    .isGreaterThan(few.mean().value());
            List<Stake> dear = peril.stakes().stream()
                    .map(s -> new Stake(
                            s.asset(),
                            s.primary().times(8),
                            s.probability(),
                            s.secondary().times(8)))
                    .toList();
            Losses scaled = Examples.run(20_000, new Peril(peril.id(), "", peril.dials(), dear))
                    .total();
            assertThat(scaled.mean().value()).isCloseTo(8 * few.mean().value(), Percentage.withPercentage(1e-6));
            assertThat(scaled.percentile(0.99).value())
                    .isCloseTo(8 * few.percentile(0.99).value(), Percentage.withPercentage(1e-6));
        }
    }

    /** LEF 0.1 and PERT(0.1 M, 1 M, 10 M): one draw of each, multiplied, puts P(loss > 1 M) at 0. */
    @Test
    void rare_large_losses_survive() {
        Losses found = Examples.run(1_000_000, peril(known(0.1, 1), new Pert(1e5, 1e6, 1e7)))
                .total();
        assertThat(found.mean().value()).isCloseTo(235_000, Percentage.withPercentage(1));
        assertThat(found.percentile(0.95).value()).isCloseTo(2.02e6, Percentage.withPercentage(8));
        assertThat(found.percentile(0.99).value()).isCloseTo(4.77e6, Percentage.withPercentage(8));
        double beyond = found.curve().stream()
                .filter(p -> Math.abs(p.loss() - 1e6) < 1)
                .findFirst()
                .orElseThrow()
                .probability()
                .value();
        assertThat(beyond).isCloseTo(0.075, within(0.006));
    }

    @Test
    void what_cannot_be_simulated_is_refused() {
        Peril peril = peril(known(1, 1), new Pert(1, 2, 3));
        assertThatThrownBy(() -> new Simulation(List.of(), 1, 1, 1)).hasMessageContaining("need a state");
        assertThatThrownBy(() -> new Portfolio(List.of(peril, peril))).hasMessageContaining("'only' twice");
        var other = new Peril("other", "", known(1, 1), List.of(Stake.of("asset", new Pert(1, 2, 4))));
        assertThatThrownBy(() -> new Portfolio(List.of(peril, other)))
                .hasMessageContaining("one stake for asset 'asset'");
    }

    @Test
    void a_portfolio_that_costs_nothing_has_zeros_and_no_curve() {
        Losses none = Examples.run(1_000, new Peril("p", "", Dials.ENDED, List.of(Examples.A)))
                .total();
        assertThat(none.mean().value()).isZero();
        assertThat(none.curve()).isEmpty();
        assertThat(none.tail(0.99).mean().value()).isZero();
        assertThat(Examples.run(List.of(), 1_000).total()).isEqualTo(none);
    }
}
