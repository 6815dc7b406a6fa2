package io.casemate.core.money.simulation;

import static io.casemate.core.money.simulation.Examples.SEED;
import static io.casemate.core.money.simulation.Examples.known;
import static io.casemate.core.money.simulation.Examples.peril;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.casemate.core.money.distribution.Beta;
import io.casemate.core.money.distribution.Constant;
import io.casemate.core.money.distribution.Distribution;
import io.casemate.core.money.distribution.LogNormal;
import io.casemate.core.money.distribution.Pert;
import io.casemate.core.money.loss.Figure;
import io.casemate.core.money.loss.Losses;
import io.casemate.core.money.scenario.Dials;
import io.casemate.core.money.scenario.ExpectedYear;
import io.casemate.core.money.scenario.Peril;
import io.casemate.core.money.scenario.Portfolio;
import io.casemate.core.money.scenario.Stake;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ClosedFormsTest {
    private static final long YEARS = 200_000;
    private static final Constant ONE = new Constant(1);

    /** E S = lambda E L, Var S = lambda E L^2. */
    @Test
    void compound_poisson_has_its_mean_and_variance_on_20_parameter_sets() {
        var random = new SplittableRandom(SEED);
        for (int set = 0; set < 20; set++) {
            double attempts = Math.exp(random.nextDouble(-4, 4));
            double v = random.nextDouble(0.05, 1);
            Distribution loss = loss(random, set);
            double lambda = attempts * v;
            Losses found = alone(peril(known(attempts, v), loss));
            near(found.mean(), lambda * loss.mean(), set);
            near(found.deviation(), Math.sqrt(lambda * (loss.variance() + loss.mean() * loss.mean())), set);
            assertThat(found.anyLoss().value())
                    .as("set %d of seed %d", set, SEED)
                    .isCloseTo(-Math.expm1(-lambda), within(4 * found.anyLoss().error() + 1e-9));
        }
    }

    /** Var N = E FV + Var FV, with E F^2 = F^2 + F / years and E V^2 = V (k V + 1) / (k + 1). */
    @Test
    void gamma_and_beta_dials_give_the_mean_and_variance_of_their_mixture_on_20_parameter_sets() {
        var random = new SplittableRandom(SEED + 1);
        for (int set = 0; set < 20; set++) {
            double f = Math.exp(random.nextDouble(-3, 6));
            double years = random.nextDouble(0.5, 3);
            double v = random.nextDouble(0.01, 0.95);
            double k = random.nextDouble(1, 60);
            Distribution loss = loss(random, set);
            double square = (f * f + f / years) * v * (k * v + 1) / (k + 1);
            double events = f * v + square - f * v * f * v;
            Losses found = alone(peril(new Dials.Posterior(f, years, v, k), loss));
            near(found.mean(), f * v * loss.mean(), set);
            near(found.deviation(), Math.sqrt(f * v * loss.variance() + events * loss.mean() * loss.mean()), set);
        }
    }

    @Test
    void a_peril_knows_its_own_mean_and_variance() {
        for (Peril peril : Examples.four()) {
            Losses found = alone(peril);
            near(found.mean(), peril.mean(), 0);
            assertThat(found.deviation().value()).isCloseTo(Math.sqrt(peril.variance()), Percentage.withPercentage(6));
        }
    }

    @Test
    void stated_factors_multiply_and_each_year_draws_its_own() {
        Dials dials = Dials.Stated.ofContacts(new Pert(10, 40, 100), new Pert(0.01, 0.02, 0.1), new Beta(2, 6));
        Peril peril = peril(dials, LogNormal.of90(1_000, 5_000));
        Losses found = alone(peril);
        near(
                found.mean(),
                45
                        * (0.01 + 0.08 + 0.1)
                        / 6
                        * 0.25
                        * LogNormal.of90(1_000, 5_000).mean(),
                0);
        near(found.deviation(), Math.sqrt(peril.variance()), 0);
    }

    @Test
    void secondary_loss_comes_with_its_probability() {
        Stake stake = new Stake("a", new Constant(100), 0.25, new Pert(200, 300, 1_000));
        assertThat(stake.mean()).isEqualTo(200);
        Losses found = alone(new Peril("p", "", known(2, 0.5), List.of(stake)));
        near(found.mean(), 200, 0);
        near(found.deviation(), Math.sqrt(stake.variance() + 200 * 200), 0);
    }

    /**
     * Cov(N_i, N_j) = V_i V_j shape (1 + b) / (b_i b_j): shape / (b_i b_j) from the common rate, and that times the smallest b for
     * attempts that succeed in both.
     */
    @Test
    void scenarios_of_one_origin_vary_together_by_the_shape_they_share() {
        double[] f = {1.2, 0.5, 3};
        double[] years = {1, 2, 1.25};
        double[] v = {0.4, 0.7, 0.2};
        double variance = 0;
        Peril[] together = new Peril[3];
        Peril[] apart = new Peril[3];
        for (int i = 0; i < 3; i++) {
            Dials dials = new Dials.Posterior(f[i], years[i], v[i], 10);
            together[i] = new Peril("p" + i, "one", dials, List.of(Stake.of("a" + i, ONE)));
            apart[i] = new Peril("p" + i, "", dials, List.of(Stake.of("a" + i, ONE)));
            variance += dials.eventVariance();
        }
        double shape = 1.0;
        double covariances = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < i; j++) {
                covariances += v[i] * v[j] * shape * (1 + 1) / (years[i] * years[j]);
            }
        }
        near(Examples.run(1_000_000, apart).total().deviation(), Math.sqrt(variance), 0);
        near(Examples.run(1_000_000, together).total().deviation(), Math.sqrt(variance + 2 * covariances), 0);
    }

    /** Of the shared attempts, shape V_i V_j b / (b_i b_j) a year succeed in both. */
    @Test
    void an_asset_hit_through_two_scenarios_at_once_is_paid_once() {
        List<Stake> same = List.of(Stake.of("a", ONE));
        var first = new Peril("p", "one", new Dials.Posterior(2, 1, 0.5, 20), same);
        var second = new Peril("q", "one", new Dials.Posterior(0.8, 2, 0.6, 20), same);
        double both = 1.6 * 0.5 * 0.6 * 1 / (1 * 2);
        var found = Examples.run(1_000_000, first, second);
        near(found.total().mean(), 1 + 0.48 - both, 0);
        near(found.alone().get(0).mean(), 1, 0);
        near(found.alone().get(1).mean(), 0.48, 0);
        near(found.parts().get(0).mean(), 1 - both / 2, 0);
        near(found.parts().get(1).mean(), 0.48 - both / 2, 0);
    }

    @Test
    void the_mean_of_a_portfolio_with_shared_attempts_and_assets_is_known_in_closed_form() {
        // 100,000,000 years of bench/BruteForceLosses.java
        assertThat(ExpectedYear.of(new Portfolio(Examples.four())).mean())
                .isCloseTo(483194.2, Percentage.withPercentage(0.1));
        var random = new SplittableRandom(SEED + 2);
        for (int set = 0; set < 20; set++) {
            List<Peril> perils = Examples.random(random, 12);
            near(
                    Examples.run(perils, YEARS).total().mean(),
                    ExpectedYear.of(new Portfolio(perils)).mean(),
                    set);
        }
    }

    @Test
    void scenarios_of_different_origins_add_up() {
        List<Peril> perils = Examples.random(new SplittableRandom(SEED), 12).stream()
                .map(p -> new Peril(p.id(), p.id(), p.dials(), p.stakes()))
                .toList();
        Losses total = Examples.run(perils, YEARS).total();
        near(total.mean(), perils.stream().mapToDouble(Peril::mean).sum(), 0);
        near(
                total.deviation(),
                Math.sqrt(perils.stream().mapToDouble(Peril::variance).sum()),
                0);
    }

    private static Losses alone(Peril peril) {
        return Examples.run(YEARS, peril).alone().getFirst();
    }

    private static Distribution loss(SplittableRandom random, int set) {
        double low = Math.exp(random.nextDouble(5, 13));
        return switch (set % 3) {
            case 0 -> LogNormal.of90(low, low * random.nextDouble(1.5, 6));
            case 1 -> new Pert(low, low * 2, low * random.nextDouble(3, 50));
            default -> new Constant(low);
        };
    }

    private static void near(Figure found, double expected, int set) {
        assertThat(found.value())
                .as("set %d of seed %d, error %s", set, SEED, found.error())
                .isCloseTo(expected, within(3 * found.error() + 1e-9 * expected));
    }
}
