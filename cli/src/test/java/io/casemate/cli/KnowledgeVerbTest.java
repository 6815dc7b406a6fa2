package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeVerbTest {
    @ParameterizedTest
    @ValueSource(strings = {"threats", "mitigations", "facts", "adversaries"})
    void every_list_is_text_and_json(String shelf) {
        Run text = Run.casemate("knowledge", "list", shelf);
        assertThat(text.code()).isZero();
        assertThat(text.out().lines())
                .hasSizeGreaterThan(5)
                .allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(80));
        JsonObject json = (JsonObject) JsonReader.read(
                "out",
                Run.casemate("knowledge", "list", shelf, "--format", "json").out());
        assertThat(json.fields().keySet()).containsExactly("casemate", shelf);
    }

    @Test
    void threats_are_listed_unless_something_else_is_asked_for() {
        assertThat(Run.casemate("knowledge", "list")).isEqualTo(Run.casemate("knowledge", "list", "threats"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"model-extraction", "rate-limit-queries", "rate-limited", "jailbr", "caller"})
    void one_entry_is_explained(String id) {
        Run text = Run.casemate("knowledge", "show", id);
        assertThat(text.code()).isZero();
        assertThat(text.out()).contains(id);
        JsonObject json = (JsonObject) JsonReader.read(
                "out", Run.casemate("knowledge", "show", id, "--format", "json").out());
        assertThat(json.fields()).containsKeys("sort", "id", "title");
    }

    @Test
    void a_threat_names_condition_mitigations_and_published_ids() {
        assertThat(Run.casemate("knowledge", "show", "model-extraction").out())
                .contains("when ", "handles model-ip", "Mitigations", "rate-limit-queries", "AML.T0024.002");
    }

    @Test
    void a_wrong_id_is_told_what_was_meant() {
        Run near = Run.casemate("knowledge", "show", "model-extracton");
        assertThat(near.code()).isEqualTo(3);
        assertThat(near.err()).contains("did you mean 'model-extraction'?");
        assertThat(Run.casemate("knowledge", "show", "rate-limit").err())
                .contains("begins more than one id; one of rate-limit-queries, rate-limited");
        assertThat(Run.casemate("knowledge", "show", "zzz").err()).contains("casemate knowledge search");
    }

    @Test
    void a_mitigation_shows_where_it_acts() {
        assertThat(Run.casemate("knowledge", "show", "rate-limit-queries").out())
                .contains("for ", "inference-endpoint", "stages ", "tested by", "attack:query-extraction")
                .contains("divides the odds", "Lowers", "model-extraction", "strong", "Ends, or ends there");
        assertThat(Run.casemate("knowledge", "show", "rate-limit-queries", "--format", "json")
                        .out())
                .contains("\"lowers\": [", "\"threat\": \"model-extraction\"", "\"odds\": {");
    }

    @Test
    void all_words_of_a_search_must_occur() {
        assertThat(Run.casemate("knowledge", "search", "CWE-502").out()).contains("malicious-deserialisation");
        assertThat(Run.casemate("knowledge", "search", "PROMPT", "indirect").out())
                .contains("indirect-prompt-injection")
                .doesNotContain("model-extraction");
        Run none = Run.casemate("knowledge", "search", "qwertz");
        assertThat(none.code()).isZero();
        assertThat(none.out()).isEqualTo("nothing found\n");
    }

    @Test
    void coverage_counts_the_published_lists() {
        assertThat(Run.casemate("knowledge", "coverage").out())
                .contains("owasp-llm-2025", "atlas, out of scope: AML.T0000");
        JsonObject json = (JsonObject) JsonReader.read(
                "out", Run.casemate("knowledge", "coverage", "--format", "json").out());
        assertThat(json.fields()).containsKeys("threats", "mitigations", "frameworks");
        JsonArray frameworks = (JsonArray) json.fields().get("frameworks");
        assertThat(frameworks.items()).allSatisfy(item -> {
            JsonObject framework = (JsonObject) item;
            assertThat(framework.fields())
                    .containsKeys(
                            "id",
                            "edition",
                            "authority",
                            "status",
                            "total",
                            "covered",
                            "outOfScope",
                            "missing",
                            "reasons");
            assertThat(((JsonArray) framework.fields().get("reasons")).items())
                    .hasSize(number(framework, "outOfScope"))
                    .allSatisfy(
                            reason -> assertThat(((JsonObject) reason).fields()).containsKey("reason"));
        });
    }

    @Test
    void an_update_is_shown_and_written_only_where_it_is_asked_for(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("atlas.yaml"), """
                format-version: 6.0.0
                collection: {version: '2026.10'}
                tactics: {AML.TA0010: {id: AML.TA0010, name: Exfiltration}}
                techniques:
                  AML.T0024: {id: AML.T0024, name: Exfiltration via Model Answers}
                  AML.T0999: {id: AML.T0999, name: Steal and bargain}
                relationships:
                  AML.T0024: {achieves: [{source: AML.T0024, target: AML.TA0010, relationship-type: achieves}]}
                """);

        Run shown = Run.casemate("knowledge", "update", file);
        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .contains("ATLAS 2026.10 (format 6.0.0)", "added (1)", "Steal and bargain", "renamed (1)")
                .contains("model-extraction", "Nothing was written");
        assertThat(folder.resolve("frameworks")).doesNotExist();

        Path shop = Run.root().resolve("examples").resolve(example());
        Run written =
                Run.casemate("knowledge", "update", file, "--write", folder, "--system", shop, "--format", "json");
        assertThat(written.code()).isZero();
        assertThat(written.out())
                .contains("\"renamed\"", "\"now\": \"Exfiltration via Model Answers\"", "\"treatments\"");
        assertThat(Files.readString(folder.resolve("frameworks/atlas.yaml")))
                .contains("name: Exfiltration via Model Answers", "formerly: [Exfiltration via AI Inference API]");
    }

    @Test
    void a_file_that_is_no_atlas_is_refused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("other.yaml"), "a: 1\n");

        Run run = Run.casemate("knowledge", "update", file);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("is no file of ATLAS");
    }

    private static int number(JsonObject object, String name) {
        return object.fields().get(name) instanceof Json.Decimal decimal
                ? decimal.value().intValueExact()
                : -1;
    }

    private static String example() throws IOException {
        try (Stream<Path> examples = Files.list(Run.root().resolve("examples"))) {
            return examples.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
