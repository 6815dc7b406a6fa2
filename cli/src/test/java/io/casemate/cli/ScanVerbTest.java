package io.casemate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanVerbTest {
    /** Protocol 0 is plain text: GLOBAL, MARK, STRING, TUPLE, REDUCE, STOP. */
    private static final String RUNS_A_COMMAND = "cos\nsystem\n(S'echo casemate'\ntR.";

    private static final String DICTIONARY = "(dS'epochs'\nI3\ns.";
    private static final String NEEDS_ORDERED_DICT = "ccollections\nOrderedDict\n(tR.";

    @TempDir
    private Path folder;

    @Test
    void one_renamed_malicious_file_among_many_is_named() throws IOException {
        for (int i = 0; i < 100; i++) {
            file("models/part-%03d.pkl".formatted(i), DICTIONARY);
        }
        file("models/notes.txt", RUNS_A_COMMAND);
        Run run = Run.casemate("scan", folder);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("malicious", "models/notes.txt", "os.system", "101 files: 1 malicious, 100 clean");
    }

    @Test
    void clean_files_give_zero_and_one_line() throws IOException {
        file("a.pkl", DICTIONARY);
        Run run = Run.casemate("scan", folder);
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out()).startsWith("1 file: 1 clean; 100.0 % of 17 bytes understood");
    }

    @Test
    void what_cannot_be_read_is_undecided_never_clean() throws IOException {
        file("a.bin", "\u0001\u0002\u0003no format at all\u0000\u00ff");
        Run run = Run.casemate("scan", folder);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("not read", "no scanner recognises this format", "1 unknown");
    }

    @Test
    void a_link_to_nothing_is_undecided() throws IOException {
        Files.createSymbolicLink(folder.resolve("model.pt"), folder.resolve("gone.pt"));
        Run run = Run.casemate("scan", folder);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("link to nothing");
    }

    @Test
    void an_empty_folder_is_undecided_for_nothing_was_looked_at() {
        Run run = Run.casemate("scan", folder);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("nothing was looked at");
    }

    @Test
    void wrong_arguments_are_told_all_at_once() {
        Run run = Run.casemate(
                "scan", folder.resolve("gone"), "--record", "--deadline", "0", "--exclude", "[", "--threads", "-1");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("gone", "--record", "--deadline", "--exclude", "--threads");
    }

    @Test
    void a_file_inside_an_archive_is_named_with_its_place() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("model.zip")))) {
            zip.putNextEntry(new ZipEntry("inner/data.bin"));
            zip.write(RUNS_A_COMMAND.getBytes(ISO_8859_1));
        }
        Run run = Run.casemate("scan", folder);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("inner/data.bin");
    }

    @Test
    void names_cannot_steer_the_terminal() throws IOException {
        file("red\u001b[31m.pkl", RUNS_A_COMMAND);
        assertThat(Run.casemate("scan", folder).out()).doesNotContain("\u001b").contains("\\u001b");
    }

    @Test
    void json_keeps_its_schema() throws IOException {
        file("evil.pkl", RUNS_A_COMMAND);
        file("good.pkl", NEEDS_ORDERED_DICT);
        file("odd.bin", "\u0001\u0002\u0003odd\u0000");
        Run run = Run.casemate("scan", folder, "--format", "json", "--explain");
        assertThat(run.code()).isEqualTo(1);
        String schema = Files.readString(Run.root().resolve("knowledge/schema/scan.schema.json"));
        var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(run.out(), InputFormat.JSON);
        assertThat(errors).isEmpty();
        assertThat(run.out()).contains("\"verdict\": \"malicious\"", "\"explained\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "cyclonedx", "cyclonedx-1.7", "junit", "text"})
    void every_format_says_the_same_verdict_and_the_same_bytes_twice(String format) throws IOException {
        file("evil.pkl", RUNS_A_COMMAND);
        file("odd.bin", "\u0001\u0002\u0003odd\u0000");
        Run first = Run.casemate("scan", folder, "--format", format);
        Run second = Run.casemate("scan", folder, "--format", format);
        assertThat(first.code()).isEqualTo(1);
        assertThat(first.out()).isEqualTo(second.out()).contains("evil.pkl", "odd.bin", "os.system");
        if (!format.equals("junit") && !format.equals("text")) {
            Json parsed = JsonReader.read(format, first.out());
            assertThat(parsed).isNotNull();
            assertThat(first.out()).contains("malicious");
        }
    }

    @Test
    void junit_has_a_failure_for_what_is_bad_and_an_error_for_what_is_undecided() throws IOException {
        file("evil.pkl", RUNS_A_COMMAND);
        file("good.pkl", DICTIONARY);
        file("odd.bin", "\u0001\u0002\u0003odd\u0000");
        assertThat(Run.casemate("scan", folder, "--format", "junit").out())
                .contains(
                        "tests=\"3\" failures=\"1\" errors=\"1\"",
                        "<failure type=\"malicious\"",
                        "<error type=\"unknown\"");
    }

    @Test
    void sarif_of_a_run_with_gaps_was_not_successful() throws IOException {
        file("odd.bin", "\u0001\u0002\u0003odd\u0000");
        assertThat(Run.casemate("scan", folder, "--format", "sarif").out())
                .contains("\"executionSuccessful\": false", "\"results\": []");
    }

    @Test
    void an_allow_list_names_the_exact_globals_of_a_clean_pickle() throws IOException {
        Path file = file("good.pkl", NEEDS_ORDERED_DICT);
        Run run = Run.casemate("scan", file, "--emit-allowlist");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("('collections', 'OrderedDict'),", "class RestrictedUnpickler");
        assertThat(run.out().lines().filter(l -> l.startsWith("    (")).count()).isEqualTo(1);
    }

    @Test
    void no_allow_list_is_made_of_a_malicious_pickle() throws IOException {
        Run run = Run.casemate("scan", file("evil.pkl", RUNS_A_COMMAND), "--emit-allowlist");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).doesNotContain("ALLOWED");
    }

    @Test
    void explained_calls_read_like_code() throws IOException {
        assertThat(Run.casemate("scan", file("evil.pkl", RUNS_A_COMMAND), "--explain")
                        .out())
                .contains("os.system('echo casemate')");
    }

    @Test
    void an_organisations_own_classes_are_unknown_until_it_allows_them() throws IOException {
        Path file = file("own.pkl", "cmypkg\nModel\n(tR.");
        assertThat(Run.casemate("scan", file).code()).isEqualTo(2);
        Path policy = Files.writeString(
                folder.resolve("policy.yaml"),
                "scan: {allow: [{global: mypkg.Model, reason: ours, expires: 2026-12-31}]}\n");
        assertThat(Run.casemate("scan", file, "--policy", policy).code()).isZero();
        Run late = Run.casemate("scan", file, "--policy", policy, "--as-of", "2027-01-01");
        assertThat(late.code()).isEqualTo(2);
        assertThat(late.err()).contains("expired", "mypkg.Model");
    }

    @Test
    void kept_results_say_the_same_and_are_not_believed_for_other_bytes() throws IOException {
        Path cache = folder.resolve("cache");
        Path files = Files.createDirectory(folder.resolve("files"));
        file("files/good.pkl", NEEDS_ORDERED_DICT);
        file("files/evil.pkl", RUNS_A_COMMAND);
        safetensors("files/w.safetensors", 0.25f, 1, 2, 3);
        Run first = Run.casemate("scan", files, "--format", "json", "--cache", cache);
        Run second = Run.casemate("scan", files, "--format", "json", "--cache", cache);
        assertThat(cache).isDirectoryRecursivelyContaining("glob:**.json");
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(Run.casemate("scan", files, "--format", "json").out()).isEqualTo(first.out());

        file("files/good.pkl", RUNS_A_COMMAND + " ");
        assertThat(Run.casemate("scan", files, "--cache", cache).out()).contains("2 malicious");
    }

    @Test
    void a_torn_result_is_no_result() throws IOException {
        Path cache = folder.resolve("cache");
        Path file = file("evil.pkl", RUNS_A_COMMAND);
        Run.casemate("scan", file, "--cache", cache);
        try (var kept = Files.walk(cache)) {
            for (Path result : kept.filter(Files::isRegularFile).toList()) {
                Files.writeString(result, "{\"sha256\": ");
            }
        }
        assertThat(Run.casemate("scan", file, "--cache", cache).code()).isEqualTo(1);
    }

    @Test
    void an_earlier_version_is_compared_tensor_by_tensor() throws IOException {
        Path then = safetensors("then.safetensors", 1, 2, 3, 4);
        Path now = safetensors("now.safetensors", 1, 2, 3, 5);
        Run run = Run.casemate("scan", now, "--baseline", then, "--format", "json");
        assertThat(run.out()).contains("\"changes\"", "\"drifted\"", "\"tensors changed\": \"1 of 1\"");
        assertThat(Run.casemate("scan", then, "--baseline", then, "--format", "json")
                        .out())
                .contains("\"kind\": \"same\"");
        assertThat(Run.casemate("scan", now, "--baseline", folder.resolve("gone"))
                        .code())
                .isEqualTo(3);
    }

    @Test
    void a_comparison_is_shown_in_counts_even_where_all_is_clean() throws IOException {
        Path then = safetensors("then.safetensors", 1, 2, 3, 4);
        Path now = safetensors("now.safetensors", 1, 2, 3, 5);
        assertThat(Run.casemate("scan", now, "--baseline", then).out()).contains("compared  tensors: 1 drifted");
        Run run = Run.casemate("scan", then, "--baseline", then, "--format", "json");
        JsonReader.read("json", run.out());
        assertThat(run.out()).contains("\"comparison\": {", "\"same\": 1", "\"swapped\": 0");
    }

    @Test
    void an_option_that_would_be_ignored_is_refused() throws IOException {
        Path file = file("good.pkl", NEEDS_ORDERED_DICT);
        Run both = Run.casemate("scan", file, "--emit-allowlist", "--format", "json", "--explain");
        assertThat(both.code()).isEqualTo(3);
        assertThat(both.err()).contains("--emit-allowlist: prints Python", "--format json and --explain");
        Run heap = Run.casemate("scan", file, "--heap", "100");
        assertThat(heap.code()).isEqualTo(3);
        assertThat(heap.err()).contains("--heap", "add --isolate");
    }

    @Test
    void an_output_that_cannot_be_written_is_told_before_the_scan() throws IOException {
        Path file = file("good.pkl", NEEDS_ORDERED_DICT);
        for (Path wrong : new Path[] {folder, file.resolve("x.json")}) {
            Run run = Run.casemate("scan", file, "--output", wrong);
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("--output: '", "name another file").doesNotContain(".casemate-");
        }
    }

    @Test
    void limits_beyond_reason_are_told() throws IOException {
        Path file = file("good.pkl", NEEDS_ORDERED_DICT);
        Run run = Run.casemate("scan", file, "--max-unpacked", "99999999999999999", "--exclude", "", "--heap", "1");
        assertThat(run.err())
                .contains("--max-unpacked: '99999999999999999' is too much", "--exclude: is empty", "--heap");
        assertThat(Run.casemate("scan", file, "--deadline", "99999999999").err())
                .contains("is out of range");
    }

    @Test
    void what_is_excluded_is_named() throws IOException {
        file("good.pkl", DICTIONARY);
        file("cache/evil.pkl", RUNS_A_COMMAND);
        Run run = Run.casemate("scan", folder, "--exclude", "cache");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("left out", "cache");
    }

    @Test
    void what_was_found_is_recorded_for_the_element_that_names_the_file() throws IOException {
        Run.casemate("init", folder, "--template", "fraud-detection", "--force");
        Path model = folder.resolve("casemate.yaml");
        String yaml = Files.readString(model);
        Files.writeString(
                model,
                yaml.replaceFirst("(?m)^(\\s*)- id: scorer\\n", "$1- id: scorer\n$1  artifacts: [{path: evil.pkl}]\n"));
        assertThat(Files.readString(model)).contains("evil.pkl");
        Path file = file("evil.pkl", RUNS_A_COMMAND);

        Run run = Run.casemate("scan", file, "--system", folder, "--record");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("recorded");
        assertThat(Files.readString(folder.resolve(".casemate/ledger.jsonl")))
                .contains(
                        "code/dangerous-call",
                        "malicious-deserialisation",
                        "\"targetId\":\"scorer\"".replace("Id", ""));
        Run assessed = Run.casemate("assess", folder, "--format", "json");
        assertThat(assessed.out()).contains("\"incidents\": 1");
    }

    @Test
    void a_file_that_no_element_names_is_not_recorded() throws IOException {
        Run.casemate("init", folder, "--template", "fraud-detection", "--force");
        Run run = Run.casemate("scan", file("evil.pkl", RUNS_A_COMMAND), "--system", folder, "--record");
        assertThat(run.err()).contains("no element", "nothing to record");
        assertThat(folder.resolve(".casemate/ledger.jsonl")).doesNotExist();
    }

    /** One tensor of float32 in the format safetensors. */
    private Path safetensors(String name, float... numbers) throws IOException {
        String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
                .formatted(numbers.length, 4 * numbers.length);
        var bytes =
                ByteBuffer.allocate(8 + header.length() + 4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length()).put(header.getBytes(ISO_8859_1));
        for (float number : numbers) {
            bytes.putFloat(number);
        }
        return Files.write(folder.resolve(name), bytes.array());
    }

    private Path file(String name, String bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes.getBytes(ISO_8859_1));
    }
}
