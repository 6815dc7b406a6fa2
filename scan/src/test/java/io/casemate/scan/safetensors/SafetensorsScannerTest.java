package io.casemate.scan.safetensors;

import static io.casemate.scan.safetensors.SafetensorsFile.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SafetensorsScannerTest {
    private static final byte[] HONEST = file().metadata("format", "pt")
            .tensor("b", "BF16", "[2,4]", 24, 40)
            .tensor("a", "F32", "[2,3]", 0, 24)
            .tensor("empty", "I64", "[0]", 40, 40)
            .with(40);

    private static Trial trial(byte... bytes) {
        return Trial.of(new SafetensorsScanner(), bytes);
    }

    @Test
    void an_honest_file_is_silent_and_wholly_read() {
        Trial trial = trial(HONEST);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(HONEST.length)).isTrue();
        assertThat(trial.tensors)
                .extracting("name", "type")
                .contains(org.assertj.core.groups.Tuple.tuple("a", ElementType.F32));
        assertThat(trial.tensors.getFirst().shape()).isEqualTo(List.of(2L, 3L));
    }

    @Test
    void an_honest_file_is_recognised_and_text_is_not() {
        var scanner = new SafetensorsScanner();
        assertThat(scanner.recognises(Content.of("x", HONEST))).isEqualTo(Recognition.CERTAIN);
        byte[] text = "language{\"en\": 1}".getBytes(StandardCharsets.US_ASCII);
        assertThat(scanner.recognises(Content.of("x", text))).isEqualTo(Recognition.NO);
    }

    @Test
    void a_name_twice_in_the_header_is_told() {
        byte[] file = file().tensor("a", "F32", "[1]", 0, 4)
                .tensor("a", "F32", "[1]", 0, 4)
                .with(4);
        assertThat(trial(file).rules()).contains("safetensors/duplicate-key");
    }

    @Test
    void one_byte_behind_the_last_tensor_is_told() {
        assertThat(trial(file().tensor("a", "U8", "[4]", 0, 4).with(5)).rules()).containsExactly("safetensors/hole");
    }

    @Test
    void a_shape_that_overflows_to_the_right_length_is_told() {
        byte[] file = file().tensor("a", "U8", "[4294967296,4294967296]", 0, 0).with(0);
        assertThat(trial(file).rules()).containsExactly("safetensors/length-mismatch");
    }

    @Test
    void a_name_twice_in_one_tensor_is_told() {
        byte[] file = file().field("\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"shape\":[1],\"data_offsets\":[0,4]}")
                .with(4);
        assertThat(trial(file).rules()).containsExactly("safetensors/duplicate-key");
    }

    @Test
    void bytes_of_no_tensor_are_told_before_between_and_after() {
        assertThat(trial(file().tensor("a", "F32", "[1]", 4, 8).with(8)).rules())
                .containsExactly("safetensors/hole");
        assertThat(trial(file().tensor("a", "U8", "[1]", 0, 1)
                                .tensor("b", "U8", "[1]", 2, 3)
                                .with(3))
                        .rules())
                .containsExactly("safetensors/hole");
        assertThat(trial(file().tensor("a", "F32", "[1]", 0, 4).with(9)).rules())
                .containsExactly("safetensors/hole");
    }

    @Test
    void tensors_that_share_bytes_are_told() {
        byte[] file = file().tensor("a", "F32", "[2]", 0, 8)
                .tensor("b", "F32", "[1]", 4, 8)
                .with(8);
        assertThat(trial(file).rules()).containsExactly("safetensors/overlap");
    }

    @Test
    void a_header_above_the_allowed_size_is_told() {
        assertThat(trial(file().withHeaderOf(100_000_001, 0)).rules()).containsExactly("safetensors/oversized-header");
        assertThat(trial(file().withHeaderOf(-1L << 8, 0)).rules()).containsExactly("safetensors/oversized-header");
    }

    @Test
    void a_header_or_a_tensor_outside_the_file_is_told() {
        assertThat(trial(file().withHeaderOf(5_000, 0)).rules()).containsExactly("safetensors/out-of-bounds");
        assertThat(trial(file().tensor("a", "F32", "[4]", 0, 16).with(4)).rules())
                .containsExactly("safetensors/out-of-bounds");
    }

    @Test
    void a_shape_that_needs_other_bytes_is_told_however_large() {
        assertThat(trial(file().tensor("a", "F32", "[3]", 0, 4).with(4)).rules())
                .containsExactly("safetensors/length-mismatch");
        assertThat(trial(file().tensor("a", "F32", "[4611686018427387,4611686018427387]", 0, 4)
                                .with(4))
                        .rules())
                .containsExactly("safetensors/length-mismatch");
    }

    @Test
    void code_in_the_metadata_is_told_and_words_are_not() {
        assertThat(trial(file().metadata("x", "<script>alert(1)</script>").with(0))
                        .rules())
                .containsExactly("safetensors/suspicious-metadata");
        assertThat(trial(file().metadata("x", "import os; os.system('id')").with(0))
                        .rules())
                .containsExactly("safetensors/suspicious-metadata");
        assertThat(trial(file().metadata(
                                        "about",
                                        "Run model.eval() first, then import the tokenizer (https://example.org).")
                                .with(0))
                        .rules())
                .isEmpty();
    }

    @Test
    void a_field_that_the_format_does_not_know_is_told() {
        byte[] file = file().field("\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1],\"note\":{\"x\":[1]}}")
                .with(1);
        assertThat(trial(file).rules()).containsExactly("safetensors/unknown-field");
    }

    @Test
    void a_header_that_is_no_json_or_an_unknown_type_is_a_gap() {
        assertThat(trial(file().field("\"a\"").with(0)).gaps).hasSize(1);
        assertThat(trial(file().tensor("a", "Q7", "[1]", 0, 4).with(4)).gaps).hasSize(1);
    }

    @Test
    void survives_every_prefix() {
        Endurance.survivesEveryPrefix(new SafetensorsScanner(), HONEST);
    }

    @Test
    void survives_thousands_of_mutations() {
        Endurance.survivesMutations(new SafetensorsScanner(), HONEST);
    }

    @Test
    void names_and_values_of_the_metadata_are_held_to_the_same() {
        assertThat(trial(file().field("\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}")
                                .with(0))
                        .rules())
                .containsExactly("safetensors/duplicate-key");
        assertThat(trial(file().metadata("import os; os.system('id')", "x").with(0))
                        .rules())
                .containsExactly("safetensors/suspicious-metadata");
    }

    @Test
    void a_header_of_just_the_allowed_size_is_not_too_large() {
        assertThat(trial(file().withHeaderOf(100_000_000, 0)).rules()).containsExactly("safetensors/out-of-bounds");
    }

    @Test
    void a_tensor_that_ends_before_it_begins_is_told() {
        assertThat(trial(file().tensor("a", "U8", "[0]", 4, 0).with(4)).rules()).contains("safetensors/out-of-bounds");
    }
}
