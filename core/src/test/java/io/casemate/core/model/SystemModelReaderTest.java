package io.casemate.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemModelReaderTest {
    private final SystemModel model = SystemModelReader.read("casemate.yaml", ModelText.VALID, ModelText.KNOWN);

    @Test
    void reads_scope_and_assets() {
        assertThat(model.scope().name()).isEqualTo("Fraud detection");
        assertThat(model.scope().excluded()).containsExactly("Card network: run by the acquirer");
        assertThat(model.assets())
                .containsExactly(
                        new Asset(
                                "fraud-weights",
                                "Fraud model",
                                AssetKind.MODEL_IP,
                                Level.HIGH,
                                "Fraudsters learn what passes",
                                new Money("EUR", 200_000, 3_000_000)),
                        new Asset("card-data", "card-data", AssetKind.USER_DATA, Level.MEDIUM, "", Money.UNSTATED));
    }

    @Test
    void reads_adversaries() {
        assertThat(model.adversaries())
                .containsExactly(new Adversary(
                        "fraud-ring",
                        "Fraud ring",
                        AdversaryProfile.EXTERNAL_HACKER,
                        "money",
                        Level.MEDIUM,
                        Level.HIGH,
                        List.of("internet", "web")));
    }

    @Test
    void a_zone_inherits_the_trust_of_the_zone_around_it_unless_it_states_its_own() {
        assertThat(model.zones())
                .containsExactly(
                        new Zone("internet", "The internet", "", 0),
                        new Zone("cloud", "cloud", "", 2),
                        new Zone("ml-platform", "ml-platform", "cloud", 2),
                        new Zone("vault", "vault", "ml-platform", 3));
    }

    @Test
    void trust_is_inherited_whatever_the_order_of_the_zones() {
        String text = "casemate: 1\nscope: {name: s}\nzones: [{id: a, in: b}, {id: b, in: c}, {id: c, trust: 1}]\n";
        assertThat(SystemModelReader.read("m", text, ModelText.KNOWN).zones())
                .extracting(Zone::trust)
                .containsExactly(1, 1, 1);
    }

    @Test
    void facts_are_yes_or_no_and_an_unknown_one_is_absent() {
        assertThat(model.elements().get(1).facts())
                .isEqualTo(Map.of("authenticated", true, "rate-limited", false, "monitored", true));
    }

    @Test
    void a_digest_is_kept_in_lower_case_and_may_be_absent() {
        assertThat(model.elements().get(2).artifacts())
                .containsExactly(
                        new Artifact("models/fraud.onnx", ""),
                        new Artifact(
                                "models/rules.json",
                                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
    }

    @Test
    void a_flow_without_an_id_is_named_after_its_ends_and_numbered_where_that_is_taken() {
        assertThat(model.flows())
                .extracting(Flow::id)
                .containsExactly("f-score", "decision-api-to-fraud-model", "decision-api-to-fraud-model-2");
        assertThat(model.flows().get(1).name()).isEqualTo("Decision API to fraud-model");
    }

    @Test
    void a_treatment_may_name_a_target_by_a_former_id() {
        assertThat(model.treatments())
                .extracting(Treatment::scenario, Treatment::action, Treatment::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "model-extraction@fraud-model",
                                Treatment.Action.MITIGATE,
                                Treatment.Status.IN_PROGRESS),
                        org.assertj.core.groups.Tuple.tuple(
                                "evasion@score-api", Treatment.Action.ACCEPT, Treatment.Status.OPEN));
    }

    @Test
    void reads_reviews() {
        assertThat(model.reviews()).containsExactly(new Review("2026-10-01", "Ana", "quarterly", "nothing new"));
    }

    @Test
    void the_smallest_model_has_a_version_and_a_name() {
        SystemModel small = SystemModelReader.read("m", "casemate: 1\nscope: {name: s}", ModelText.KNOWN);
        assertThat(small.scope().name()).isEqualTo("s");
        assertThat(small.elements()).isEmpty();
    }

    @Test
    void reads_a_file_or_the_folder_it_lies_in(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("casemate.yaml"), ModelText.VALID);
        assertThat(SystemModelReader.read(folder, ModelText.KNOWN)).isEqualTo(model);
        assertThat(SystemModelReader.read(file, ModelText.KNOWN)).isEqualTo(model);
    }

    @Test
    void a_folder_without_a_model_says_how_to_start_one(@TempDir Path folder) {
        assertThatThrownBy(() -> SystemModelReader.read(folder, ModelText.KNOWN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("%s: does not exist; start one with 'casemate init'", folder.resolve("casemate.yaml"));
    }

    @Test
    void an_absent_file_is_a_problem(@TempDir Path folder) {
        Path file = folder.resolve("other.yaml");
        assertThatThrownBy(() -> SystemModelReader.read(file, ModelText.KNOWN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("%s: does not exist; check the path", file);
    }

    @Test
    void a_file_of_50_megabytes_is_refused_before_it_is_read(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("casemate.yaml");
        try (var channel = java.nio.channels.FileChannel.open(
                file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {'#'}), 50 << 20);
        }
        assertThatThrownBy(() -> SystemModelReader.read(folder, ModelText.KNOWN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("%s: is larger than 16 MiB; split or shorten it", file);
    }

    @Test
    void reads_two_thousand_elements_and_three_thousand_flows() {
        SystemModel large = SystemModelReader.read("casemate.yaml", large(2_000, 3_000), ModelText.KNOWN);
        assertThat(large.elements()).hasSize(2_000);
        assertThat(large.flows()).hasSize(3_000).extracting(Flow::id).doesNotHaveDuplicates();
    }

    static String large(int elements, int flows) {
        var text = new StringBuilder("casemate: 1\nscope: {name: large}\nzones: [{id: z, trust: 1}]\nelements:\n");
        for (int i = 0; i < elements; i++) {
            text.append(
                    "  - {id: e-%d, name: Element %d, kind: process, zone: z, facts: {logged: yes, encrypted: no}}\n"
                            .formatted(i, i));
        }
        text.append("flows:\n");
        for (int i = 0; i < flows; i++) {
            text.append("  - {from: e-%d, to: e-%d}\n".formatted(i % elements, (i + 1 + i / elements) % elements));
        }
        return text.toString();
    }
}
