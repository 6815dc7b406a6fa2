package io.casemate.core.money.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {
    private static final long SEED = 20261121L;
    private static final int DRAWS = 200_000;

    @ParameterizedTest
    @CsvSource({"0.005, 1", "0.5, 1", "3, 2", "20, 1.5", "4000, 2", "400000, 2"})
    void attempts_have_the_mean_and_variance_of_a_gamma_mixture(double shape, double years) {
        var attempts = new Attempts(shape, years);
        double mean = shape / years;
        moments(mean, mean + mean / years, i -> attempts.quantile(Draws.unit(SEED, i)));
    }

    @Test
    void a_larger_shape_never_gives_fewer_attempts_for_the_same_number() {
        var some = new Attempts(0.7, 1);
        var more = new Attempts(0.9, 1);
        for (int i = 0; i < 10_000; i++) {
            double u = Draws.unit(SEED, i);
            assertThat(more.quantile(u)).as("seed %d draw %d", SEED, i).isGreaterThanOrEqualTo(some.quantile(u));
        }
    }

    /** SciPy 1.17.1: nbinom(0.7, 0.5).cdf. */
    @Test
    void attempts_are_negative_binomial() {
        var attempts = new Attempts(0.7, 1);
        assertThat(attempts.quantile(0.6155722066724582 - 1e-9)).isZero();
        assertThat(attempts.quantile(0.6155722066724582 + 1e-9)).isEqualTo(1);
        assertThat(attempts.quantile(0.9637937093344848 - 1e-9)).isEqualTo(3);
        assertThat(attempts.quantile(0.9637937093344848 + 1e-9)).isEqualTo(4);
        assertThat(attempts.quantile(0.9999478481029465 - 1e-9)).isEqualTo(12);
        assertThat(attempts.quantile(0.9999478481029465 + 1e-9)).isEqualTo(13);
    }

    @ParameterizedTest
    @CsvSource({"0.4", "7", "29", "31", "900"})
    void poisson_counts_have_their_mean_and_variance(double rate) {
        var random = new SplittableRandom(SEED);
        moments(rate, rate, i -> Variates.poisson(random, rate));
    }

    @ParameterizedTest
    @CsvSource({"10, 0.3", "100, 0.02", "100, 0.97", "5000, 0.4", "1000, 0.999", "40, 0", "40, 1"})
    void binomial_counts_have_their_mean_and_variance(int n, double p) {
        var random = new SplittableRandom(SEED);
        moments(n * p, n * p * (1 - p), i -> Variates.binomial(random, n, p));
    }

    @ParameterizedTest
    @CsvSource({"0.02, 3.98", "0.5, 0.5", "4, 9", "200, 3"})
    void shares_have_their_mean_and_variance(double a, double b) {
        var random = new SplittableRandom(SEED);
        double s = a + b;
        moments(a / s, a * b / (s * s * (s + 1)), i -> Variates.beta(random, a, b));
    }

    @Test
    void numbers_are_even_and_do_not_follow_each_other() {
        double sum = 0;
        double lagged = 0;
        double across = 0;
        int n = 1_000_000;
        for (int i = 0; i < n; i++) {
            double u = Draws.unit(SEED, i) - 0.5;
            sum += u;
            lagged += u * (Draws.unit(SEED, i + 1) - 0.5);
            across += u * (Draws.unit(Draws.at(SEED, i), 0) - 0.5);
        }
        double error = 4 / Math.sqrt(12.0 * n);
        assertThat(sum / n).isCloseTo(0, within(error));
        assertThat(lagged / n).isCloseTo(0, within(error / Math.sqrt(12)));
        assertThat(across / n).isCloseTo(0, within(error / Math.sqrt(12)));
        assertThat(Draws.unit(0L)).isPositive();
        assertThat(Draws.unit(-1L)).isLessThan(1);
    }

    /** Within four standard errors. */
    private static void moments(double mean, double variance, IntToDoubleFunction draw) {
        double sum = 0;
        double squares = 0;
        double fourth = 0;
        for (int i = 0; i < DRAWS; i++) {
            double off = draw.applyAsDouble(i) - mean;
            sum += off;
            squares += off * off;
            fourth += off * off * off * off;
        }
        double found = squares / DRAWS;
        assertThat(sum / DRAWS).as("seed %d, mean", SEED).isCloseTo(0, within(4 * Math.sqrt(variance / DRAWS) + 1e-12));
        double error = Math.sqrt(Math.max(0, fourth / DRAWS - found * found) / DRAWS);
        assertThat(found).as("seed %d, variance", SEED).isCloseTo(variance, within(4 * error + 1e-9));
    }
}
