package io.casemate.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import io.casemate.report.example.Assessments;
import io.casemate.report.example.HostileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SarifExporterTest {
    private static final String SCHEMA =
            "threat-models/sarif/schema/oasis-tcs_sarif-spec__sarif-2.1__schema__sarif-schema-2.1.0.json";

    private static String sarif() {
        return new SarifExporter().export(Assessments.fraud(), Assessments.KNOWLEDGE);
    }

    private static JsonObject run() {
        var log = (JsonObject) JsonReader.read("report.sarif", sarif());
        return (JsonObject) items(log, "runs").getFirst();
    }

    private static List<Json> items(JsonObject object, String name) {
        return ((JsonArray) object.get(name).orElseThrow()).items();
    }

    @Tag("corpus")
    @Test
    void is_valid_against_the_published_schema() throws IOException {
        Path file = Path.of(System.getenv("CASEMATE_CORPUS"), SCHEMA);
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(file, StandardCharsets.UTF_8), InputFormat.JSON);
        for (var assessment : List.of(Assessments.fraud(), Assessments.of(HostileSystem.model()))) {
            String sarif = new SarifExporter().export(assessment, Assessments.KNOWLEDGE);
            assertThat(schema.validate(sarif, InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void results_are_the_shown_scenarios() {
        assertThat(items(run(), "results")).hasSize(3);
        assertThat(sarif())
                .contains("\"casemateScenario/v1\": \"model-extraction@ensemble\"", "\"uri\": \"casemate.yaml\"")
                .doesNotContain("data-poisoning@ensemble");
    }

    @Test
    void every_result_points_at_its_rule() {
        JsonObject driver = (JsonObject)
                ((JsonObject) run().get("tool").orElseThrow()).get("driver").orElseThrow();
        List<Json> rules = items(driver, "rules");
        for (Json result : items(run(), "results")) {
            var index = (Json.Decimal) ((JsonObject) result).get("ruleIndex").orElseThrow();
            var rule = (JsonObject) rules.get(index.value().intValueExact());
            assertThat(rule.get("id")).isEqualTo(((JsonObject) result).get("ruleId"));
        }
    }

    @Test
    void taxa_stand_for_every_published_id() {
        assertThat(items(run(), "taxonomies"))
                .extracting(t -> ((JsonObject) t).get("name").orElseThrow())
                .containsExactly(Json.text("atlas"), Json.text("cwe"), Json.text("owasp-ml-2023"));
        assertThat(sarif()).contains("\"helpUri\": \"https://cwe.mitre.org/data/definitions/799.html\"");
    }

    @Test
    void a_gap_is_told_so_that_no_result_never_reads_as_clean() {
        assertThat(sarif()).contains("toolExecutionNotifications", "ledger: is absent. Record evidence.");
    }
}
