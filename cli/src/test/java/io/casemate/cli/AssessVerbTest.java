package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssessVerbTest {
    @TempDir
    private Path system;

    @BeforeEach
    void init() {
        Run.casemate("init", system, "--template", "fraud-detection", "--force");
    }

    @Test
    void text_names_the_worst_and_writes_a_report_in_every_format() {
        Run run = Run.casemate("assess", system, "--top", 2);
        Path report = system.resolve("casemate-report");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("as of 2026-11-21T12:00:00Z", "Top risks", "Top questions", "more shown in the report")
                .endsWith("report: %s%n".formatted(report.resolve("index.html")))
                .doesNotContain("\u001b");
        assertThat(report)
                .isDirectoryContaining("glob:**/index.html")
                .isDirectoryContaining("glob:**/assessment.json")
                .isDirectoryContaining("glob:**/assessment.sarif")
                .isDirectoryContaining("glob:**/assessment.md");
        assertThat(report.toFile().list()).hasSize(4);
    }

    @Test
    void no_line_is_wider_than_the_terminal() {
        Run run = Run.casemate("assess", system, "--top", 50);
        assertThat(run.out().lines().filter(l -> !l.startsWith("report: ")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void json_goes_to_the_terminal_alone() {
        Run run = Run.casemate("assess", system, "--format", "json");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        JsonObject json = (JsonObject) JsonReader.read("out", run.out());
        assertThat(json.fields()).containsKeys("casemate", "asOf", "scenarios", "questions", "gaps", "coverage");
        assertThat(json.fields().keySet().iterator().next()).isEqualTo("casemate");
        assertThat(system.resolve("casemate-report")).doesNotExist();
    }

    @Test
    void a_report_goes_where_it_is_wanted() {
        Path elsewhere = system.resolve("build/threats");
        Run run = Run.casemate("assess", system, "--report-dir", elsewhere, "--format", "json");
        assertThat(run.out()).startsWith("{");
        assertThat(elsewhere.resolve("index.html")).isNotEmptyFile();
        assertThat(system.resolve("casemate-report")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "html", "md", "sarif"})
    void the_same_input_and_moment_give_the_same_bytes(String format) throws IOException {
        Path first = system.resolve("first");
        Path second = system.resolve("second");
        assertThat(Run.casemate("assess", system, "--format", format, "--as-of", "2026-10-01", "-o", first)
                        .code())
                .isZero();
        Run run = Run.casemate("assess", system, "--format", format, "--as-of", "2026-10-01T00:00:00Z", "-o", second);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("wrote %s%n".formatted(second));
        assertThat(Files.readString(first)).isNotBlank();
        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(system.resolve("casemate-report")).doesNotExist();
    }

    @Test
    void a_broken_model_lists_every_problem_and_writes_nothing() throws IOException {
        Path file = system.resolve("casemate.yaml");
        String yaml = Files.readString(file)
                .replace("to: scorer, carries: [payments]}", "to: scoerr, carries: [payment]}")
                .replace("kind: ensemble", "kind: ensembel");
        Files.writeString(file, yaml);

        Run run = Run.casemate("assess", system);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .hasSize(3)
                .allMatch(l -> l.matches(".*casemate\\.yaml:\\d+ .*did you mean '.*'\\?"));
        assertThat(system.resolve("casemate-report")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "[", "a: &x [*x]", "casemate: 1\nscope: 5", "casemate: 99", "{}", "- 1"})
    void whatever_is_no_model_ends_with_words_and_3(String text) throws IOException {
        Files.writeString(system.resolve("casemate.yaml"), text);
        Run run = Run.casemate("assess", system);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("casemate.yaml").doesNotContain("Exception", "mistake in Casemate");
    }

    @Test
    void problems_of_model_and_ledger_are_told_together() throws IOException {
        attest();
        edit(".casemate/ledger.jsonl", "\"holds\":true", "\"holds\":false");
        edit("casemate.yaml", "kind: ensemble", "kind: ensembel");
        Run run = Run.casemate("assess", system);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("did you mean 'ensemble'", "ledger.jsonl:1");
    }

    @Test
    void a_half_last_line_is_a_gap_and_all_else_counts() throws IOException {
        attest();
        Path ledger = system.resolve(".casemate/ledger.jsonl");
        Files.writeString(ledger, "{\"seq\":2,\"pr", StandardOpenOption.APPEND);
        byte[] before = Files.readAllBytes(ledger);

        Run run = Run.casemate("assess", system);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Could not look", ".casemate/ledger.jsonl:2");
        assertThat(ledger).hasBinaryContent(before);
    }

    @Test
    void artifacts_are_hashed_inside_the_folder_only() throws IOException {
        Path outside = Files.createTempFile("outside", ".bin");
        Files.createDirectories(system.resolve("models"));
        Files.writeString(system.resolve("models/here.onnx"), "weights");
        Files.createSymbolicLink(system.resolve("models/out.onnx"), outside);
        edit(
                "casemate.yaml",
                "# artifacts: [models/scorer.onnx]",
                "artifacts: [models/here.onnx, models/absent.onnx, models/out.onnx, models]#");
        Run run = Run.casemate("assess", system, "--format", "json");
        Files.delete(outside);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("\"where\": \"scorer, artifact models/absent.onnx\"", "is not there")
                .contains("\"where\": \"scorer, artifact models/out.onnx\"", "leads out of the system's folder")
                .contains("\"where\": \"scorer, artifact models\"", "is no file")
                .doesNotContain("models/here.onnx");
    }

    @Test
    void a_stated_digest_that_is_another_is_a_gap() throws IOException {
        Files.writeString(system.resolve("model.onnx"), "weights");
        edit(
                "casemate.yaml",
                "# artifacts: [models/scorer.onnx]",
                "artifacts: [{path: model.onnx, sha256: %s}]#".formatted("0".repeat(64)));
        assertThat(Run.casemate("assess", system, "--format", "json").out()).contains("has another SHA-256");
    }

    @Test
    void a_report_folder_that_cannot_be_made_is_named() throws IOException {
        Files.writeString(system.resolve("casemate-report"), "a file in the way");
        Run run = Run.casemate("assess", system);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("casemate-report").doesNotContain("\tat ");
    }

    @Test
    void a_model_file_names_its_system_and_so_does_its_folder() {
        Run byFile = Run.casemate("assess", system.resolve("casemate.yaml"), "--format", "json");
        Run byFolder = Run.casemate("assess", system, "--format", "json");
        assertThat(byFile).isEqualTo(byFolder);
        assertThat(JsonReader.read("out", byFile.out())).isInstanceOf(Json.class);
    }

    @Test
    void a_folder_without_a_model_is_told_how_to_begin() {
        Run run = Run.casemate("assess", system.resolve(".casemate"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("has no casemate.yaml; write one with 'casemate init");
    }

    private void attest() {
        Run run = Run.casemate("attest", system, "--control", "logged", "--target", "decision-api", "--by", "Ann");
        assertThat(run.code()).isZero();
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = system.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
