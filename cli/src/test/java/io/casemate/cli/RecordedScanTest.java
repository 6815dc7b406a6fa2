package io.casemate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file through a scan and the ledger to the risk of the element that is made of the file. */
class RecordedScanTest {
    private static final String CLEAN = "ccollections\nOrderedDict\n(tR.";
    private static final String UNLISTED = "cmypkg\nThing\n(tR.";
    private static final String RUNS_A_COMMAND = "cos\nsystem\n(S'echo casemate'\ntR.";

    @TempDir
    private Path folder;

    private Path file;
    private Path ledger;

    @BeforeEach
    void an_image_classifier_whose_model_is_a_file() throws IOException {
        Files.copy(Run.root().resolve("examples/image-classifier/casemate.yaml"), folder.resolve("casemate.yaml"));
        file = Files.createDirectories(folder.resolve("models")).resolve("catalogue-resnet50.pt");
        ledger = folder.resolve(".casemate/ledger.jsonl");
    }

    private Run record(String content) throws IOException {
        Files.write(file, content.getBytes(ISO_8859_1));
        return Run.casemate("scan", file, "--system", folder, "--record");
    }

    private double vulnerability(String id) {
        return ((Json.Decimal) scenario(id).get("vulnerability").orElseThrow())
                .value()
                .doubleValue();
    }

    private JsonObject scenario(String id) {
        Run run = Run.casemate("assess", folder, "--format", "json");
        var document = (JsonObject) JsonReader.read("assessment", run.out());
        for (Json item : ((JsonArray) document.get("scenarios").orElseThrow()).items()) {
            if (item instanceof JsonObject scenario && scenario.get("id").equals(Optional.of(new Json.Text(id)))) {
                return scenario;
            }
        }
        throw new AssertionError("no scenario " + id);
    }

    @Test
    void a_clean_scan_attests_the_element_and_lowers_its_risk_until_the_file_changes() throws IOException {
        Files.write(file, CLEAN.getBytes(ISO_8859_1));
        double before = vulnerability("lambda-layer-code@resnet");
        Run run = record(CLEAN);
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("recorded 1 line,");
        assertThat(Files.readString(ledger))
                .contains("\"control\":\"scanned\"", "\"target\":\"resnet\"", "\"verified\":true");
        double after = vulnerability("lambda-layer-code@resnet");
        assertThat(after).isLessThan(before);

        Files.write(file, (CLEAN + " ").getBytes(ISO_8859_1));
        assertThat(vulnerability("lambda-layer-code@resnet"))
                .as("bound to the SHA-256")
                .isEqualTo(before);
        assertThat(Run.casemate("assess", folder, "--format", "json").out())
                .contains("an artifact of resnet has changed");
    }

    @Test
    void what_is_unknown_attests_nothing() throws IOException {
        Run run = record(UNLISTED);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("resnet is not attested as scanned: models/catalogue-resnet50.pt is unknown");
        assertThat(Files.readString(ledger)).doesNotContain("\"control\"");
    }

    @Test
    void what_is_malicious_is_an_incident_with_its_digest() throws IOException {
        Run run = record(RUNS_A_COMMAND);
        assertThat(run.code()).isEqualTo(1);
        assertThat(Files.readString(ledger)).contains("\"incident\":true").doesNotContain("\"subjectSha256\":\"\"");
        assertThat(scenario("malicious-deserialisation@resnet").get("incident")).isPresent();
    }

    @Test
    void twice_the_same_counts_once() throws IOException {
        record(RUNS_A_COMMAND);
        double once = vulnerability("malicious-deserialisation@resnet");
        record(RUNS_A_COMMAND);
        assertThat(vulnerability("malicious-deserialisation@resnet")).isEqualTo(once);
        assertThat(Run.casemate("audit", folder).code()).isZero();
    }

    @Test
    void an_element_of_several_files_is_attested_when_all_are_clean() throws IOException {
        Path model = folder.resolve("casemate.yaml");
        String yaml = Files.readString(model);
        Files.writeString(
                model,
                yaml.replace(
                        "artifacts: [models/catalogue-resnet50.pt]",
                        "artifacts: [models/catalogue-resnet50.pt, models/labels.txt]"));
        Run half = record(CLEAN);
        assertThat(half.err()).contains("models/labels.txt was not scanned", "nothing to record");
        Files.writeString(folder.resolve("models/labels.txt"), "shoe\nshirt\n");
        Run whole = Run.casemate("scan", folder.resolve("models"), "--system", folder, "--record");
        assertThat(whole.err()).contains("recorded 2 lines");
    }

    @Test
    void a_digest_that_the_model_states_and_the_file_has_not_is_told() throws IOException {
        Path model = folder.resolve("casemate.yaml");
        String stated = "0".repeat(64);
        Files.writeString(
                model,
                Files.readString(model)
                        .replace(
                                "artifacts: [models/catalogue-resnet50.pt]",
                                "artifacts: [{path: models/catalogue-resnet50.pt, sha256: \"%s\"}]".formatted(stated)));
        assertThat(record(CLEAN).err()).contains("has another SHA-256 than the model states: ");
    }

    @Test
    void a_broken_model_is_told_before_the_scan() throws IOException {
        Files.writeString(folder.resolve("casemate.yaml"), "casemate: 1\nelements: 3\n");
        Run run = record(CLEAN);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("casemate.yaml");
        assertThat(List.of(folder.toFile().list())).doesNotContain(".casemate");
    }
}
