package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What verbs write as JSON is what the schemas in knowledge/schema say. */
class SchemaTest {
    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

    private static Schema schema(String name) {
        return READ.computeIfAbsent(name, n -> {
            try {
                String text = Files.readString(Run.root().resolve("knowledge/schema/%s.schema.json".formatted(n)));
                return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(text, InputFormat.JSON);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void check(String name, Object... command) {
        List<Object> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--format", "json"));
        Run run = Run.casemate(arguments.toArray());
        assertThat(run.code()).as("%s: %s", arguments, run.err()).isZero();
        assertThat(schema(name).validate(run.out(), InputFormat.JSON))
                .as("%s against %s", arguments, name)
                .isEmpty();
    }

    private static Path example(String name) {
        return Run.root().resolve("examples").resolve(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fraud-detection", "genai-platform", "image-classifier"})
    void reports_and_questions_keep_their_schemas(String system) {
        Path example = example(system);
        for (String kind : List.of("stride", "attack-surface", "pasta")) {
            check(kind, "report", example, "--kind", kind);
        }
        check("board", "report", example, "--kind", "board");
        check("board", "report", example, "--kind", "board", "--appetite", "low");
        check("compliance", "report", example, "--kind", "compliance", "--framework", "eu-ai-act");
        check("questions", "questions", example);
        check("questionnaire", "questions", example, "--framework", "eu-ai-act");
    }

    @Test
    void a_compliance_report_with_evidence_keeps_its_schema(@TempDir Path folder) throws IOException {
        Files.copy(example("fraud-detection").resolve("casemate.yaml"), folder.resolve("casemate.yaml"));
        for (String control : List.of("logged", "authenticated")) {
            Run said = Run.casemate("attest", folder, "--control", control, "--target", "decision-api", "--by", "Ann");
            assertThat(said.code()).as(said.err()).isZero();
        }
        check("compliance", "report", folder, "--kind", "compliance", "--framework", "nist-ai-rmf");
    }

    @Test
    void playbooks_keep_their_schemas() {
        check("playbook-list", "playbook", "list");
        for (String id :
                List.of("exposure-review", "llm-red-team", "risk-assessment", "incident-response", "workshop")) {
            check("playbook", "playbook", "show", id);
            check("playbook-run", "playbook", "run", id, example("genai-platform"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "knowledge-list, list threats",
        "knowledge-list, list mitigations",
        "knowledge-list, list facts",
        "knowledge-list, list adversaries",
        "knowledge-search, search prompt injection",
        "knowledge-search, search no-such-word-at-all",
        "knowledge-show, show model-extraction",
        "knowledge-show, show direct-prompt-injection",
        "knowledge-show, show encrypt-storage",
        "knowledge-show, show rate-limited",
        "knowledge-show, show untrusted-content",
        "knowledge-coverage, coverage"
    })
    void the_catalogue_keeps_its_schemas(String name, String verb) {
        check(
                name,
                Stream.concat(Stream.of("knowledge"), Stream.of(verb.split(" ")))
                        .toArray());
    }

    @Test
    void what_is_exported_or_updated_keeps_its_schema(@TempDir Path folder) {
        check("knowledge-export", "knowledge", "export", folder.resolve("catalogue"));
        Path atlas = Run.root().resolve("core/src/test/resources/atlas/v5.yaml");
        check("knowledge-update", "knowledge", "update", atlas, "--system", example("fraud-detection"));
    }

    @Test
    void a_field_that_no_schema_knows_is_seen() {
        String wrong = "{\"casemate\": 1, \"folder\": \"x\", \"files\": [], \"more\": true}";
        assertThat(schema("knowledge-export").validate(wrong, InputFormat.JSON)).isNotEmpty();
    }
}
