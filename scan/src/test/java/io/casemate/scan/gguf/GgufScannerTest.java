package io.casemate.scan.gguf;

import static io.casemate.scan.gguf.GgufFile.file;
import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class GgufScannerTest {
    private static final byte[] HONEST = file().text("general.architecture", "llama")
            .text("general.name", "Tiny")
            .u32("general.alignment", 32)
            .texts("tokenizer.ggml.tokens", "<s>", "eval(x)", "__globals__")
            .floats("tokenizer.ggml.scores", 1, 2, 3)
            .tensor("a.weight", 0, 0, 3, 2)
            .tensor("b.weight", 8, 32, 32, 2)
            .with(32 + 68);

    private static Trial trial(byte... bytes) {
        return Trial.of(new GgufScanner(), bytes);
    }

    @Test
    void an_honest_file_is_silent_and_wholly_read() {
        Trial trial = trial(HONEST);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(HONEST.length)).isTrue();
        assertThat(trial.facts).containsEntry("architecture", "llama");
        assertThat(trial.tensors.getFirst().shape()).isEqualTo(List.of(2L, 3L));
        assertThat(trial.tensors.getLast().type()).isEqualTo(ElementType.PACKED);
        assertThat(new GgufScanner().recognises(Content.of("x", HONEST))).isEqualTo(Recognition.CERTAIN);
    }

    @Test
    void version_1_has_short_lengths() {
        byte[] file = bytes().text("GGUF")
                .u32(1)
                .u32(1)
                .u32(1)
                .u32(1)
                .text("k")
                .u32(8)
                .u32(2)
                .text("ab")
                .u32(1)
                .text("t")
                .u32(1)
                .u32(4)
                .u32(24)
                .u64(0)
                .align(32)
                .zeros(4)
                .toBytes();
        Trial trial = trial(file);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.tensors).hasSize(1);
        assertThat(trial.coveredAll(file.length)).isTrue();
    }

    @Test
    void big_endian_files_are_read() {
        byte[] file = bytes().text("GGUF")
                .big(3, 4)
                .big(1, 8)
                .big(1, 8)
                .big(1, 8)
                .text("k")
                .big(8, 4)
                .big(2, 8)
                .text("ab")
                .big(1, 8)
                .text("t")
                .big(1, 4)
                .big(2, 8)
                .big(0, 4)
                .big(0, 8)
                .align(32)
                .zeros(8)
                .toBytes();
        Trial trial = trial(file);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.tensors.getFirst().type()).isEqualTo(ElementType.F32_BIG_ENDIAN);
    }

    @Test
    void cve_2024_34359_chat_templates_that_run_code_under_every_name() {
        String evil = "{{ ''.__class__.__mro__[1].__subclasses__() }}";
        assertThat(trial(file().text("tokenizer.chat_template", evil).with(0)).findings)
                .isNotEmpty();
        assertThat(trial(file().text("tokenizer.chat_template.tool_use", evil).with(0)).findings)
                .isNotEmpty();
        assertThat(trial(file().text("tokenizer.chat_template", "{{ messages[0]['content'] }}")
                                .with(0))
                        .findings)
                .isEmpty();
    }

    @Test
    void cve_2024_21836_absurd_number_of_tensors() {
        assertThat(trial(file().withCounts(1L << 60, 0, 0)).rules()).containsExactly("gguf/out-of-bounds");
    }

    @Test
    void cve_2024_23605_absurd_number_of_keys() {
        assertThat(trial(file().withCounts(0, -1, 0)).rules()).containsExactly("gguf/out-of-bounds");
    }

    @Test
    void cve_2024_23496_absurd_length_of_a_text() {
        assertThat(trial(file().raw("k", 8, bytes().u64(-1).toBytes()).with(0)).rules())
                .containsExactly("gguf/out-of-bounds");
    }

    @Test
    void cve_2024_21825_absurd_length_of_an_array() {
        byte[] array = bytes().u32(8).u64(1L << 61).toBytes();
        assertThat(trial(file().raw("k", 9, array).with(0)).rules()).containsExactly("gguf/out-of-bounds");
        byte[] numbers = bytes().u32(10).u64(1L << 61).toBytes();
        assertThat(trial(file().raw("k", 9, numbers).with(0)).rules()).containsExactly("gguf/out-of-bounds");
    }

    @Test
    void cve_2024_21802_more_dimensions_than_loaders_keep() {
        assertThat(trial(file().tensor("a", 0, 0, 1, 1, 1, 1, 1).with(4)).rules())
                .containsExactly("gguf/out-of-bounds");
    }

    @Test
    void cve_2025_53630_sizes_that_overflow() {
        assertThat(trial(file().tensor("a", 0, 0, 1L << 32, 1L << 32).with(4)).rules())
                .containsExactly("gguf/out-of-bounds");
        assertThat(trial(file().tensor("a", 0, Long.MAX_VALUE - 3, 1).with(4)).rules())
                .contains("gguf/out-of-bounds");
    }

    @Test
    void arrays_in_arrays_end_somewhere() {
        var nest = bytes();
        for (int i = 0; i < 5_000; i++) {
            nest.u32(9).u64(1);
        }
        assertThat(trial(file().raw("k", 9, nest.toBytes()).with(0)).rules()).containsExactly("gguf/out-of-bounds");
    }

    @Test
    void names_twice_are_told() {
        assertThat(trial(file().u32("a", 1).u32("a", 2).with(0)).rules()).containsExactly("gguf/duplicate-key");
        assertThat(trial(file().tensor("a", 0, 0, 1).tensor("a", 0, 32, 1).with(36))
                        .rules())
                .containsExactly("gguf/duplicate-key");
    }

    @Test
    void tensors_that_share_bytes_are_told() {
        assertThat(trial(file().tensor("a", 0, 0, 9).tensor("b", 0, 32, 1).with(36))
                        .rules())
                .containsExactly("gguf/overlap");
    }

    @Test
    void bytes_of_no_tensor_are_told() {
        byte[] honest = file().tensor("a", 0, 0, 1).with(400);
        assertThat(trial(honest).rules()).isEmpty();
        assertThat(trial(bytes().raw(honest).text("hidden").toBytes()).rules()).containsExactly("gguf/hole");
    }

    @Test
    void an_alignment_of_zero_is_told() {
        assertThat(trial(file().u32("general.alignment", 0).with(0)).rules()).containsExactly("gguf/bad-alignment");
    }

    @Test
    void code_in_a_description_is_told_and_in_a_vocabulary_it_is_not() {
        assertThat(trial(file().text("general.description", "<script>x()</script>")
                                .with(0))
                        .rules())
                .containsExactly("gguf/suspicious-metadata");
        assertThat(trial(file().texts("tokenizer.ggml.tokens", "<script>x()</script>")
                                .with(0))
                        .rules())
                .isEmpty();
    }

    @Test
    void what_is_not_known_is_a_gap() {
        assertThat(trial(file().tensor("a", 77, 0, 1).with(4)).gaps).hasSize(1);
        assertThat(trial(bytes().text("GGUF").u32(9).zeros(32).toBytes()).gaps).hasSize(1);
        assertThat(trial(bytes().text("tjgg").u32(9).zeros(32).toBytes()).gaps).hasSize(1);
    }

    @Test
    void survives_prefixes_and_mutations() {
        Endurance.survivesEveryPrefix(new GgufScanner(), HONEST);
        Endurance.survivesMutations(new GgufScanner(), HONEST);
    }

    @Test
    void a_named_chat_template_is_judged_as_a_template() {
        String reaching = "{{ messages.__class__ }}";
        var plain = trial(file().text("tokenizer.chat_template", reaching).with(0));
        var named =
                trial(file().text("tokenizer.chat_template.tool_use", reaching).with(0));
        assertThat(plain.rules()).isNotEmpty().allMatch(rule -> rule.startsWith("template/"));
        assertThat(named.rules()).isEqualTo(plain.rules());
    }

    @Test
    void the_narrowest_alignment_is_one_of_8_bytes() {
        assertThat(trial(file().u32("general.alignment", 8).with(0)).rules()).isEmpty();
        assertThat(trial(file().u32("general.alignment", 4).with(0)).rules()).containsExactly("gguf/bad-alignment");
        assertThat(trial(file().u32("general.alignment", 24).with(0)).rules()).containsExactly("gguf/bad-alignment");
    }

    @Test
    void arrays_are_read_to_just_the_depth_that_is_allowed() {
        assertThat(trial(file().raw("k", 9, arrays(9)).with(0)).rules()).isEmpty();
        assertThat(trial(file().raw("k", 9, arrays(10)).with(0)).rules()).containsExactly("gguf/out-of-bounds");
    }

    private static byte[] arrays(int levels) {
        var nest = bytes();
        for (int i = 1; i < levels; i++) {
            nest.u32(9).u64(1);
        }
        return nest.u32(0).u64(1).u8(7).toBytes();
    }
}
