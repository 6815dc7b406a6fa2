package io.casemate.core.money.simulation;

import static io.casemate.core.money.simulation.Examples.SEED;
import static io.casemate.core.money.simulation.Examples.peril;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.casemate.core.money.distribution.Constant;
import io.casemate.core.money.distribution.LogNormal;
import io.casemate.core.money.distribution.Pert;
import io.casemate.core.money.draw.Variates;
import io.casemate.core.money.loss.Losses;
import io.casemate.core.money.scenario.Dials;
import io.casemate.core.money.scenario.Peril;
import io.casemate.core.money.scenario.Stake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Figures of other tools for the same inputs. Where theirs follow from a rule that is not ours, both rules are computed. */
class PublishedFiguresTest {
    private static final int SAMPLES = 1_000_000;

    /** Of 1,000,000 samples each: mean, and percentiles at 50, 90, 95 and 99. */
    private static final double[] PYFAIR = {421_608, 311_945, 876_877, 1_143_580, 1_835_445};

    private static final double[] COMPOUND = {420_564, 161_220, 1_233_360, 2_023_591, 3_504_532};
    private static final double[] AT = {0.5, 0.9, 0.95, 0.99};

    private static final Pert ATTEMPTS = new Pert(2, 5, 20);
    private static final Pert SUCCESS = new Pert(0.05, 0.2, 0.5);
    private static final Pert PRIMARY = new Pert(10_000, 60_000, 500_000);
    private static final Pert REACTION = new Pert(0.05, 0.1, 0.4);
    private static final Pert SECONDARY = new Pert(50_000, 250_000, 5_000_000);

    /** Riskquant, Apache-2.0: tests/test_simpleloss.py; the last is of its README. */
    @ParameterizedTest
    @CsvSource({"0.1, 1, 10, 0.4040012826945718", "3, 1, 10, 12.120038480837177", "0.1, 1e5, 1e6, 40400.128269457266"})
    void events_a_year_of_a_log_normal_loss_have_the_published_annualised_loss(
            double frequency, double low, double high, double annualised) {
        Peril peril = peril(Examples.known(frequency, 1), LogNormal.of90(low, high));
        assertThat(peril.mean()).isCloseTo(annualised, Percentage.withPercentage(1e-9));
        var found = Examples.run(200_000, peril).total().mean();
        assertThat(found.value()).isCloseTo(annualised, within(4 * found.error()));
    }

    /** Riskquant takes the mode of the frequency for its mean; we take the mean, which is 1.22 times as high here. */
    @Test
    void a_pert_frequency_counts_by_its_mean_and_not_by_its_mode() {
        Pert frequency = new Pert(0.1, 0.3, 0.7, 1);
        LogNormal loss = LogNormal.of90(1, 10);
        assertThat(frequency.mode() * loss.mean()).isCloseTo(1.2120038962444237, Percentage.withPercentage(1e-5));
        Peril peril = peril(Dials.Stated.of(frequency, new Constant(1)), loss);
        assertThat(peril.mean()).isCloseTo(1.1 / 3 * loss.mean(), Percentage.withPercentage(1e-9));
        var found = Examples.run(200_000, peril).total().mean();
        assertThat(found.value()).isCloseTo(peril.mean(), within(4 * found.error()));
    }

    /**
     * Figures of a first version of this simulation, another program: 1,000,000 years of events, each with its own loss, of pyfair's
     * narrower PERT. That of the secondary loss has its peak beyond its end, so the nearest that is a PERT stands for it.
     */
    @Test
    void two_levels_of_factors_and_losses_give_the_figures_of_compound_events() {
        Pert secondary = new Pert(50_000, 50_000, 5_000_000, 3.165);
        assertThat(secondary.mean()).isCloseTo(SECONDARY.mean(), Percentage.withPercentage(0.01));
        var stake = new Stake("asset", narrow(PRIMARY), REACTION.mean(), secondary);
        var peril = new Peril("only", "", Dials.Stated.of(narrow(ATTEMPTS), narrow(SUCCESS)), List.of(stake));
        Losses found = Examples.run(SAMPLES, peril).total();
        near(found.mean().value(), COMPOUND[0], 0.5);
        for (int i = 0; i < AT.length; i++) {
            near(found.percentile(AT[i]).value(), COMPOUND[i + 1], 3);
        }
    }

    /**
     * Pyfair 0.1-alpha.12 (MIT) multiplies one draw of each factor, and its PERT is the narrower Beta of standard deviation
     * (max - min) / 6. By those two rules our numbers are its numbers, so the inputs are the same; the mean is the same by either rule.
     */
    @Test
    void the_same_inputs_multiplied_as_pyfair_does_give_its_figures() {
        var random = new SplittableRandom(SEED);
        DoubleSupplier attempts = narrow(random, ATTEMPTS);
        DoubleSupplier success = narrow(random, SUCCESS);
        DoubleSupplier primary = narrow(random, PRIMARY);
        DoubleSupplier reaction = narrow(random, REACTION);
        DoubleSupplier secondary = narrow(random, SECONDARY);
        double[] losses = new double[SAMPLES];
        Arrays.setAll(
                losses,
                i -> attempts.getAsDouble()
                        * success.getAsDouble()
                        * (primary.getAsDouble() + reaction.getAsDouble() * secondary.getAsDouble()));
        Arrays.sort(losses);
        near(Arrays.stream(losses).average().orElseThrow(), PYFAIR[0], 0.5);
        near(7 * 0.225 * (PRIMARY.mean() + REACTION.mean() * SECONDARY.mean()), PYFAIR[0], 0.5);
        for (int i = 0; i < AT.length; i++) {
            near(losses[(int) (AT[i] * SAMPLES) - 1], PYFAIR[i + 1], 1);
        }
    }

    @Tag("corpus")
    @Test
    void the_figures_above_are_those_of_the_collection() throws IOException {
        Path file = Path.of(System.getenv("CASEMATE_CORPUS")).resolve("fair/test-vectors.yaml");
        var vectors = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        assertThat(figures(vectors.get("pyfair_two_level"))).containsExactly(PYFAIR);
        assertThat(figures(vectors.get("compound_poisson_same_inputs"))).containsExactly(COMPOUND);
        for (Object each : (List<?>) vectors.get("simple_loss")) {
            var row = (Map<?, ?>) each;
            events_a_year_of_a_log_normal_loss_have_the_published_annualised_loss(
                    number(row, "frequency"), number(row, "low"), number(row, "high"), number(row, "annualized"));
        }
        for (Object each : (List<?>) vectors.get("lognormal_90ci")) {
            var row = (Map<?, ?>) each;
            assertThat(LogNormal.of90(number(row, "low"), number(row, "high")).mean())
                    .isCloseTo(number(row, "mean"), Percentage.withPercentage(1e-9));
        }
    }

    private static double[] figures(Object of) {
        return List.of("mean", "p50", "p90", "p95", "p99").stream()
                .mapToDouble(name -> number((Map<?, ?>) of, name))
                .toArray();
    }

    private static double number(Map<?, ?> of, String name) {
        return ((Number) of.get(name)).doubleValue();
    }

    /** Pyfair's PERT as one of ours: a Beta whose standard deviation is (max - min) / 6. */
    private static Pert narrow(Pert pert) {
        double width = pert.max() - pert.min();
        double mean = (pert.mean() - pert.min()) / width;
        double both = mean * (1 - mean) * 36 - 1;
        double mode = pert.min() + width * (mean * both - 1) / (both - 2);
        return new Pert(pert.min(), mode, pert.max(), both - 2);
    }

    private static DoubleSupplier narrow(SplittableRandom random, Pert pert) {
        double width = pert.max() - pert.min();
        double mean = (pert.mean() - pert.min()) / width;
        double both = mean * (1 - mean) * 36 - 1;
        return () -> pert.min() + width * Variates.beta(random, mean * both, (1 - mean) * both);
    }

    private static void near(double found, double expected, double percent) {
        assertThat(found).as("seed %d", SEED).isCloseTo(expected, Percentage.withPercentage(percent));
    }
}
