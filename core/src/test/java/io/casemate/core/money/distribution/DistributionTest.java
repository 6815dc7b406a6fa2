package io.casemate.core.money.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {
    static Stream<Distribution> several() {
        return Stream.of(
                new Constant(7),
                LogNormal.of90(1, 10),
                LogNormal.of90(50_000, 1_200_000),
                new Pert(0, 5, 10),
                new Pert(2, 5, 20),
                new Pert(10_000, 10_000, 500_000),
                new Pert(1, 9, 9),
                new Pert(0, 1, 4, 20),
                new Beta(0.3, 2.1),
                new Beta(4, 6),
                new Beta(60, 0.5));
    }

    @ParameterizedTest
    @MethodSource("several")
    void the_quantiles_have_the_mean_and_variance_that_the_formulas_say(Distribution d) {
        assertThat(integral(d::quantile)).isCloseTo(d.mean(), Percentage.withPercentage(0.02));
        double square = integral(u -> d.quantile(u) * d.quantile(u));
        assertThat(square - d.mean() * d.mean()).isCloseTo(d.variance(), within(2e-3 * square));
    }

    @ParameterizedTest
    @MethodSource("several")
    void the_table_says_what_the_exact_quantile_says_and_never_falls(Distribution d) {
        DoubleUnaryOperator table = d.quantiles();
        double range = d.quantile(1 - 1e-6) - d.quantile(1e-6);
        double before = 0;
        for (int i = 1; i < 5_000; i++) {
            double u = i / 5_000.0;
            double fast = table.applyAsDouble(u);
            assertThat(fast).as("at %s", u).isCloseTo(d.quantile(u), within(1e-4 * range + 1e-12));
            assertThat(fast).as("at %s", u).isGreaterThanOrEqualTo(before);
            before = fast;
        }
        assertThat(integral(table)).isCloseTo(d.mean(), Percentage.withPercentage(0.02));
    }

    /** Riskquant's own tests, Apache-2.0: tests/test_simpleloss.py and tests/test_model_lognormal.py. */
    @ParameterizedTest
    @CsvSource({"1, 10, 4.040012826945718", "635000, 19000000, 5922706.83351131"})
    void a_log_normal_of_a_90_percent_interval_has_the_published_mean(double low, double high, double mean) {
        LogNormal loss = LogNormal.of90(low, high);
        assertThat(loss.mean()).isCloseTo(mean, Percentage.withPercentage(1e-9));
        assertThat(loss.quantile(0.05)).isCloseTo(low, Percentage.withPercentage(1e-9));
        assertThat(loss.quantile(0.95)).isCloseTo(high, Percentage.withPercentage(1e-9));
    }

    /** SciPy 1.17.1: norm.ppf, beta.ppf. */
    @Test
    void quantiles_are_those_of_an_independent_library() {
        assertThat(NormalQuantile.of(1e-12)).isCloseTo(-7.034483825301131, within(1e-12));
        assertThat(NormalQuantile.of(0.3)).isCloseTo(-0.5244005127080409, within(1e-15));
        assertThat(NormalQuantile.of(0.999)).isCloseTo(3.090232306167813, within(1e-13));
        assertThat(new Beta(0.004, 3.996).quantile(0.999))
                .isCloseTo(0.2311328184653746, Percentage.withPercentage(1e-8));
        assertThat(new Beta(2.5, 7).quantile(0.01)).isCloseTo(0.035265857309230306, Percentage.withPercentage(1e-9));
        assertThat(new Beta(120, 80).quantile(0.95)).isCloseTo(0.6562820512027154, Percentage.withPercentage(1e-9));
        assertThat(new Pert(2, 5, 20).quantile(0.9))
                .isCloseTo(2 + 18 * 0.5186015427482904, Percentage.withPercentage(1e-9));
    }

    @Test
    void a_pert_has_the_mean_of_its_rule_and_a_variance_of_its_beta() {
        Pert pert = new Pert(0, 5, 10);
        assertThat(pert.mean()).isEqualTo(5);
        assertThat(pert.variance()).isCloseTo(100.0 * 9 / (36 * 7), within(1e-12));
    }

    @Test
    void another_unit_multiplies_every_quantile() {
        for (Distribution d : List.of(new Constant(3), LogNormal.of90(2, 9), new Pert(1, 2, 6))) {
            assertThat(d.times(0.9).quantile(0.37)).isCloseTo(0.9 * d.quantile(0.37), within(1e-12));
        }
    }

    @Test
    void what_is_no_distribution_is_refused_with_what_came() {
        assertThatThrownBy(() -> LogNormal.of90(0, 5)).hasMessage("need 0 < low <= high, got 0.0 to 5.0");
        assertThatThrownBy(() -> new Pert(1, 7, 5)).hasMessageStartingWith("need 0 <= min <= mode <= max");
        assertThatThrownBy(() -> new Beta(0, 1)).hasMessageContaining("got 0.0, 1.0");
        assertThatThrownBy(() -> new Constant(-1)).hasMessageContaining("got -1.0");
        assertThatThrownBy(() -> new Beta(1, 1).times(2)).hasMessageContaining("no unit");
    }

    /** Over u from 0 to 1, with ends that run into the corners: u = t^2 (3 - 2 t) twice. */
    private static double integral(DoubleUnaryOperator f) {
        int steps = 40_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double t = (i + 0.5) / steps;
            double s = t * t * (3 - 2 * t);
            double u = s * s * (3 - 2 * s);
            sum += f.applyAsDouble(Math.clamp(u, 1e-15, 1 - 1e-15)) * 6 * s * (1 - s) * 6 * t * (1 - t);
        }
        return sum / steps;
    }
}
