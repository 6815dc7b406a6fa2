package io.casemate.report.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.casemate.core.Assessor;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.money.MoneyRun;
import io.casemate.core.money.RiskInMoney;
import io.casemate.core.money.ScenarioMoney;
import io.casemate.core.money.Unpriced;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Risk;
import io.casemate.report.chart.ExceedanceChart;
import io.casemate.report.html.HtmlDocument;
import io.casemate.report.markdown.MarkdownDocument;
import io.casemate.report.wording.Glossary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyReportTest {
    private static final Path ROOT = Path.of(System.getProperty("casemate.root", ".."));
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final MoneyRun SHORT = new MoneyRun(20_000, 1, 2);

    private static String text(String example) throws IOException {
        return Files.readString(ROOT.resolve("examples/%s/casemate.yaml".formatted(example)));
    }

    private static Assessment assess(String yaml) {
        SystemModel model = SystemModelReader.read("casemate.yaml", yaml, KNOWLEDGE.vocabulary());
        return Assessor.assess(KNOWLEDGE, model, EvidenceBook.EMPTY, Map.of(), Instant.parse("2026-11-21T00:00:00Z"));
    }

    private static RiskInMoney money(Assessment assessment) {
        return RiskInMoney.of(assessment, KNOWLEDGE, SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fraud-detection", "image-classifier"})
    void is_what_its_schema_says_and_has_the_means_of_the_matrix(String example) throws IOException {
        Assessment assessment = assess(text(example));
        RiskInMoney money = money(assessment);
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(ROOT.resolve("knowledge/schema/money.schema.json")), InputFormat.JSON);
        String json = MoneyJson.of(money, "system").pretty();
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(json).startsWith("{\n  \"casemate\": 1,\n  \"view\": \"money\",");
        assertThat(MoneyJson.of(RiskInMoney.of(assessment, KNOWLEDGE, new MoneyRun(20_000, 1, 7)), "system")
                        .pretty())
                .isEqualTo(json);
        for (Risk risk : assessment.risks()) {
            money.scenarios().stream().filter(s -> s.id().equals(risk.id())).forEach(s -> {
                assertThat(s.eventsPerYear().current())
                        .isCloseTo(
                                risk.current().frequency() * risk.current().vulnerability(),
                                Percentage.withPercentage(1e-9));
                assertThat(risk.frequency().mean())
                        .isCloseTo(risk.current().frequency(), Percentage.withPercentage(1e-9));
            });
        }
    }

    @Test
    void every_scenario_is_priced_or_a_gap_and_parts_add_up() throws IOException {
        Assessment assessment = assess(text("fraud-detection"));
        RiskInMoney money = money(assessment);
        for (Risk risk : assessment.risks()) {
            boolean priced = money.scenarios().stream().anyMatch(s -> s.id().equals(risk.id()));
            boolean gap = money.unpriced().stream()
                    .anyMatch(u -> u.wholly() && u.scenario().equals(risk.id()));
            assertThat(priced).as(risk.id()).isNotEqualTo(gap);
        }
        double parts = money.scenarios().stream()
                .mapToDouble(s -> s.part().current().mean().value())
                .sum();
        assertThat(parts).isCloseTo(money.total().current().mean().value(), Percentage.withPercentage(1e-6));
        assertThat(money.total().target().mean().value())
                .isLessThan(money.total().current().mean().value());
        assertThat(money.savedByControls().value()).isPositive();
        assertThat(money.scenarios().stream().filter(ScenarioMoney::answered))
                .allSatisfy(s -> assertThat(s.part().current().mean().value()).isZero());
    }

    @Test
    void without_stated_losses_all_are_gaps_and_the_page_says_what_to_state() throws IOException {
        Assessment assessment = assess(text("fraud-detection").replaceAll("(?m)^    loss: .*$", ""));
        RiskInMoney money = money(assessment);
        assertThat(money.currency()).isEmpty();
        assertThat(money.scenarios()).isEmpty();
        assertThat(money.unpriced()).hasSize(assessment.risks().size()).allMatch(Unpriced::wholly);
        assertThat(page(money, assessment)).contains("State under `assets`").doesNotContain("<figure");
    }

    @Test
    void several_currencies_are_refused_until_a_rate_is_stated() throws IOException {
        String mixed = text("fraud-detection")
                .replace("{currency: EUR, low: 20000, high: 300000}", "{currency: USD, low: 20000, high: 300000}");
        assertThatThrownBy(() -> money(assess(mixed)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "assets.payment.loss.currency: is USD and other losses are in EUR, which cannot be added up;"
                                + " state all losses in one currency, or a rate: scope: {money: {currency: EUR, rates: {USD: 1.5}}}");
        String rated = mixed.replaceFirst("scope:\n", "scope:\n  money: {currency: EUR, rates: {USD: 0.9}}\n");
        assertThat(money(assess(rated)).total().current().mean().value())
                .isLessThan(money(assess(text("fraud-detection")))
                        .total()
                        .current()
                        .mean()
                        .value());
    }

    @Test
    void losses_that_make_no_distribution_are_all_named() throws IOException {
        String wrong = text("fraud-detection")
                .replace("low: 400000, high: 6000000", "low: 0, high: 6000000")
                .replace("low: 250000, high: 4000000", "low: 1, high: 4000000");
        assertThatThrownBy(() -> money(assess(wrong)))
                .hasMessageContaining("assets.fraud-model.loss.low: is 0, and no log-normal has its 5 % point there")
                .hasMessageContaining(
                        "assets.payment-history.loss: goes from 1.00 to 4.00e+06: more than 100000 times");
        assertThat(money(assess(wrong.replace("low: 0, high: 6000000", "low: 0, high: 6000000, mode: 900000")
                                .replace("low: 1, high: 4000000", "low: 1, high: 90000")))
                        .scenarios())
                .isNotEmpty();
    }

    @Test
    void the_page_has_an_accessible_curve_and_markdown_its_figures() throws IOException {
        Assessment assessment = assess(text("fraud-detection"));
        RiskInMoney money = money(assessment);
        assertThat(page(money, assessment))
                .contains(
                        "<figure class=\"chart\"><svg class=\"curve\"",
                        "<title id=\"curve-title\">Loss exceedance curve</title>")
                .contains("Mean of the worst 0.5 %", "99.5 % of years cost at most", "seed 1")
                .doesNotContain("NaN", "Infinity");
        String markdown = MarkdownDocument.of(MoneyPage.of(money, Glossary.of(KNOWLEDGE, assessment.topology())));
        assertThat(markdown).contains("| A year costs more than |", " ± ").doesNotContain("<svg");
        assertThat(ExceedanceChart.of(money)).isEqualTo(ExceedanceChart.of(money(assessment)));
    }

    @Test
    void a_sheet_of_few_figures_has_the_same_curve_without_what_it_does_not_tell() throws IOException {
        RiskInMoney treated = money(assess(text("fraud-detection")));
        assertThat(ExceedanceChart.of(treated)).contains("Without controls", "As it is", "With the treatments");
        assertThat(ExceedanceChart.brief(treated))
                .contains("As it is", "With the treatments", "1 year in 20: more than", "viewBox=\"0 0 720 240\"")
                .doesNotContain("Without controls");
        String open = text("fraud-detection").replaceFirst("(?s)\ntreatments:.*?\n(?=[a-z]+:|$)", "\n");
        assertThat(ExceedanceChart.brief(money(assess(open))))
                .contains("As it is")
                .doesNotContain("With the treatments");
    }

    private static String page(RiskInMoney money, Assessment assessment) {
        return HtmlDocument.of(MoneyPage.of(money, Glossary.of(KNOWLEDGE, assessment.topology())));
    }
}
