package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainVerbTest {
    @TempDir
    private Path system;

    @BeforeEach
    void init() {
        Run.casemate("init", system, "--template", "fraud-detection");
    }

    @Test
    void the_terms_add_up_to_the_posterior() {
        Run run = Run.casemate("explain", system, "adversarial-inputs@scorer", "--format", "json");
        assertThat(run.code()).isZero();
        JsonObject json = (JsonObject) JsonReader.read("out", run.out());
        double sum = ((JsonArray) json.fields().get("terms"))
                .items().stream()
                        .mapToDouble(t -> number(((JsonObject) t).fields().get("decibans")))
                        .sum();
        double odds = Math.pow(10, sum / 10);
        assertThat(number(json.fields().get("posterior")))
                .isCloseTo(odds / (1 + odds), org.assertj.core.api.Assertions.within(1e-4));
    }

    @Test
    void text_shows_the_sum_and_what_each_mitigation_would_do() {
        Run run = Run.casemate("explain", system, "adversarial-inputs@scorer");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("prior", "sum", "F = (", "P = 1 - exp(-F V)", "Mitigations");
    }

    @Test
    void the_beginning_of_an_id_is_enough_where_only_one_fits() {
        assertThat(Run.casemate("explain", system, "adversarial-in"))
                .isEqualTo(Run.casemate("explain", system, "adversarial-inputs@scorer"));
    }

    @Test
    void a_wrong_id_is_told_what_was_meant() {
        Run near = Run.casemate("explain", system, "adversarial-inputs@scorr");
        assertThat(near.code()).isEqualTo(3);
        assertThat(near.err()).contains("did you mean 'adversarial-inputs@scorer'?");
        assertThat(Run.casemate("explain", system, "a").err()).contains("begins more than one scenario");
        assertThat(Run.casemate("explain", system, "indirect-prompt").err()).contains("does not apply");
    }

    @Test
    void questions_are_ranked_and_the_same_in_json() {
        Run text = Run.casemate("questions", system);
        assertThat(text.code()).isZero();
        String first = text.out().lines().findFirst().orElseThrow();
        String id = first.replaceAll("^\\S+\\s+", "");
        Run json = Run.casemate("questions", system, "--format", "json");
        assertThat(json.out()).containsSubsequence("\"questions\"", "\"id\": \"%s\"".formatted(id));
    }

    @Test
    void all_questions_are_listed_for_who_asks_for_them() {
        Run json = Run.casemate("questions", system, "--format", "json");
        Run all = Run.casemate("questions", system, "--all");
        assertThat(all.out()).doesNotContain("--all");
        long inJson = json.out().lines().filter(l -> l.contains("\"fact\":")).count();
        long inText = all.out().lines().filter(l -> l.matches("\\d.*@.*")).count();
        assertThat(inText).isEqualTo(inJson);
        assertThat(Run.casemate("questions", system).out().length())
                .isLessThanOrEqualTo(all.out().length());
    }

    @Test
    void a_report_is_the_same_document_as_assess_makes() {
        for (String format : new String[] {"html", "md", "json", "sarif"}) {
            Run report = Run.casemate("report", system, "--kind", "full", "--format", format);
            assertThat(report.code()).isZero();
            assertThat(report).isEqualTo(Run.casemate("assess", system, "--format", format));
        }
    }

    private static double number(Json json) {
        return ((Json.Decimal) json).value().doubleValue();
    }
}
