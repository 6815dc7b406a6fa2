package io.casemate.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonObject;
import io.casemate.report.example.Assessments;
import io.casemate.report.example.HostileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonExporterTest {
    private static final Path SCHEMA =
            Path.of(System.getProperty("casemate.root", ".."), "knowledge/schema/assessment.schema.json");

    private static JsonObject tree() {
        return JsonExporter.tree(Assessments.fraud(), Assessments.KNOWLEDGE);
    }

    private static JsonObject firstScenario() {
        return (JsonObject)
                ((JsonArray) tree().get("scenarios").orElseThrow()).items().getFirst();
    }

    @Test
    void is_what_its_schema_says() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        for (var assessment : List.of(Assessments.fraud(), Assessments.of(HostileSystem.model()))) {
            String json = new JsonExporter().export(assessment, Assessments.KNOWLEDGE);
            assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void begins_with_its_version() {
        assertThat(tree().pretty()).startsWith("{\n  \"casemate\": 1,\n  \"asOf\": \"2026-11-21T09:00:00Z\",");
    }

    @Test
    void a_scenario_has_every_field_of_the_contract() {
        assertThat(firstScenario().fields())
                .containsKeys("id", "threat", "target", "path", "vulnerability", "frequency", "probability")
                .containsKeys("likelihood", "impact", "score", "band", "inherent", "residualTarget", "range")
                .containsKeys("incident", "presumed", "shown", "hiddenBecause", "treatment", "references");
    }

    @Test
    void lists_hidden_scenarios_with_the_reason() {
        assertThat(tree().compact()).contains("\"shown\":false,\"hiddenBecause\":\"low band and no evidence\"");
    }

    @Test
    void numbers_have_six_significant_digits() {
        assertThat(firstScenario().get("probability")).contains(Json.number(0.395891));
        assertThat(tree().compact()).contains("\"value\":0.612346");
    }

    @Test
    void an_explanation_has_prior_terms_and_posterior() {
        var assessment = Assessments.fraud();
        String json = ExplainJson.of(assessment, assessment.risks().get(1)).compact();
        assertThat(json)
                .startsWith("{\"casemate\":1,")
                .contains("\"prior\":0.15,\"posterior\":0.24,\"terms\":[{\"source\":\"prior\",\"decibans\":-7.53328,")
                .contains("\"observed\":true,\"reason\":\"58 of 100 attempts succeeded\"");
    }

    @Test
    void questions_name_target_fact_and_value() {
        assertThat(QuestionsJson.of(Assessments.fraud()).compact())
                .contains(
                        "{\"id\":\"rate-limited@decision-api\",\"target\":\"decision-api\",\"fact\":\"rate-limited\"");
    }
}
