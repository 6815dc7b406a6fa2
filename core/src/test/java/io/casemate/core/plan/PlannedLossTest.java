package io.casemate.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.casemate.core.Assessor;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.money.MoneyRun;
import io.casemate.core.money.RiskInMoney;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Supposition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan saves is told in the money of the money report. */
class PlannedLossTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("casemate.root", ".."), "examples");
    private static final Path EXAMPLE = EXAMPLES.resolve("fraud-detection/casemate.yaml");
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final String LOSS = "{currency: EUR, low: 20000, high: 300000}";

    @ParameterizedTest
    @ValueSource(strings = {"fraud-detection", "genai-platform", "image-classifier"})
    void the_loss_before_is_the_mean_that_the_simulation_tends_to(String example) throws IOException {
        SystemModel model = read(Files.readString(EXAMPLES.resolve(example).resolve("casemate.yaml"))
                .replaceFirst("(loss: .*)}", "$1, secondary: {probability: 0.25, low: 50000, high: 900000}}"));
        Assessment assessment = assess(model);
        var mean = RiskInMoney.of(assessment, KNOWLEDGE, new MoneyRun(100_000, 1, 2))
                .total()
                .current()
                .mean();
        Proposal planned = plan(model, assessment).proposals().getFirst();
        assertThat(planned.lossBefore()).isCloseTo(mean.value(), within(4 * mean.error()));
        assertThat(planned.lossAfter()).isLessThan(planned.lossBefore());
        assertThat(planned.steps().getLast().loss()).isCloseTo(planned.lossAfter(), Percentage.withPercentage(1e-6));
        assertThat(planned.steps().stream().mapToDouble(Step::saved).sum())
                .isCloseTo(planned.lossBefore() - planned.lossAfter(), Percentage.withPercentage(1e-6));
    }

    @Test
    void a_plan_is_in_the_currency_in_which_losses_are_added_up() throws IOException {
        SystemModel model = model(LOSS);
        String rated = Files.readString(EXAMPLE)
                .replaceFirst("scope:\n", "scope:\n  money: {currency: USD, rates: {EUR: 2}}\n");
        Plan euros = plan(model, assess(model));
        SystemModel other = read(rated);
        Plan dollars = plan(other, assess(other));
        assertThat(euros.currency()).isEqualTo("EUR");
        assertThat(dollars.currency()).isEqualTo("USD");
        assertThat(dollars.proposals().getFirst().lossBefore())
                .isCloseTo(2 * euros.proposals().getFirst().lossBefore(), Percentage.withPercentage(1e-9));
    }

    @Test
    void currencies_that_cannot_be_added_up_are_no_plan() throws IOException {
        SystemModel model = model(LOSS.replace("EUR", "USD"));
        assertThatThrownBy(() -> plan(model, assess(model)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is USD and other losses are in EUR, which cannot be added up");
    }

    private static SystemModel model(String loss) throws IOException {
        String text = Files.readString(EXAMPLE);
        assertThat(text).contains(LOSS);
        return read(text.replace(LOSS, loss));
    }

    private static SystemModel read(String text) {
        return SystemModelReader.read("casemate.yaml", text, KNOWLEDGE.vocabulary());
    }

    private static Assessment assess(SystemModel model) {
        return Assessor.assess(KNOWLEDGE, model, EvidenceBook.EMPTY, Map.of(), NOW);
    }

    private static Plan plan(SystemModel model, Assessment assessment) {
        var supposition = Supposition.of(KNOWLEDGE, model, EvidenceBook.EMPTY, Map.of(), NOW);
        return Plan.of(KNOWLEDGE, supposition, assessment, List.of(new Aim.Appetite(Band.MEDIUM)), Progress.NOBODY);
    }
}
