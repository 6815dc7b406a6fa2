package io.casemate.scan.gguf;

import static io.casemate.scan.gguf.OldGgmlFile.F16;
import static io.casemate.scan.gguf.OldGgmlFile.F32;
import static io.casemate.scan.gguf.OldGgmlFile.Q4_0;
import static io.casemate.scan.gguf.OldGgmlFile.adapter;
import static io.casemate.scan.gguf.OldGgmlFile.ggjt;
import static io.casemate.scan.gguf.OldGgmlFile.ggmf;
import static io.casemate.scan.gguf.OldGgmlFile.ggml;
import static io.casemate.scan.gguf.OldGgmlFile.gpt2;
import static io.casemate.scan.gguf.OldGgmlFile.whisper;
import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class OldGgmlTest {
    private static Trial trial(byte... bytes) {
        return Trial.of(new GgufScanner(), bytes);
    }

    private static Trial honest(byte... bytes) {
        Trial trial = trial(bytes);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(bytes.length)).isTrue();
        return trial;
    }

    @Test
    void the_last_container_is_read_with_its_alignment() {
        Trial trial = honest(ggjt(3, "<s>", "", "eval(x)")
                .tensor("tok_embeddings.weight", F32, 24, 3, 2)
                .tensor("norm.weight", F16, 8, 4)
                .toBytes());
        assertThat(trial.tensors).extracting("name").containsExactly("tok_embeddings.weight", "norm.weight");
        assertThat(trial.tensors.getFirst().shape()).isEqualTo(List.of(2L, 3L));
        assertThat(trial.tensors).allMatch(tensor -> tensor.offset() % 32 == 0);
        assertThat(trial.facts).containsEntry("vocabulary", "3").containsEntry("format", "ggjt of version 3");
    }

    @Test
    void blocks_were_larger_before_version_3() {
        honest(ggjt(3, "a").tensor("w", Q4_0, 2 * 18, 64).toBytes());
        honest(ggjt(2, "a").tensor("w", Q4_0, 2 * 20, 64).toBytes());
        honest(ggjt(1, "a").tensor("w", 4, 4 * 10, 64).toBytes());
        honest(ggmf("a").tensor("w", Q4_0, 2 * 20, 64).toBytes());
        assertThat(trial(ggjt(3, "a").tensor("w", Q4_0, 2 * 20, 64).toBytes()).rules())
                .containsExactly("gguf/out-of-bounds");
    }

    @Test
    void the_first_container_says_neither_model_nor_scales_and_is_read_all_the_same() {
        honest(ggml("a", "bc").tensor("w", F32, 8, 2).toBytes());
        honest(ggml("a", "bc").tensor("w", Q4_0, 20, 32).toBytes());
        honest(ggml("a", "bc").tensor("w", Q4_0, 18, 32).toBytes());
        Trial whisper = honest(
                whisper(80, "a", "bc").tensor("encoder.x", F16, 12, 3, 2, 1).toBytes());
        assertThat(whisper.facts).containsEntry("architecture", "Whisper");
        assertThat(whisper.tensors).extracting("name").containsExactly("mel_filters", "encoder.x");
        assertThat(honest(gpt2("a", "bc").tensor("model/wte", F16, 4, 2).toBytes()).facts)
                .containsEntry("architecture", "GPT-2 or StarCoder");
    }

    @Test
    void adapters_have_tensors_only() {
        Trial trial = honest(adapter().tensor("layers.0.wq.loraA", F32, 16, 4).toBytes());
        assertThat(trial.facts).containsEntry("architecture", "a LoRA adapter");
    }

    @Test
    void numbers_that_lie_are_told() {
        assertThat(trial(ggjt(3, 1L << 31, "a").tensor("w", F32, 4, 1).toBytes())
                        .rules())
                .containsExactly("gguf/out-of-bounds");
        assertThat(trial(ggjt(3, "a")
                                .tensor("w", F32, 4, 0xffff_ffffL, 0xffff_ffffL, 4)
                                .toBytes())
                        .rules())
                .containsExactly("gguf/out-of-bounds");
        assertThat(trial(ggjt(3, "a").tensor("w", F32, 4, 1, 1, 1, 1, 1).toBytes())
                        .rules())
                .containsExactly("gguf/out-of-bounds");
        assertThat(trial(whisper(80, "a").tensor("w", F32, 4, 99).toBytes()).rules())
                .containsExactly("gguf/out-of-bounds");
    }

    @Test
    void names_twice_and_filling_that_is_not_zero_are_told() {
        assertThat(trial(ggjt(3, "a")
                                .tensor("w", F32, 4, 1)
                                .tensor("w", F32, 4, 1)
                                .toBytes())
                        .rules())
                .containsExactly("gguf/duplicate-key");
        assertThat(trial(ggjt(3, "a").filled("w", 'x').toBytes()).rules()).containsExactly("gguf/hole");
        honest(ggjt(3, "a").filled("w", 0).toBytes());
    }

    @Test
    void what_no_program_wrote_is_a_gap() {
        assertThat(trial(bytes().text("lmgg").u32(0).zeros(64).toBytes()).gaps).hasSize(1);
        byte[] noise = ggjt(3, "a").toBytes();
        Trial shell = trial(
                bytes().raw(noise).u32(0x7f01_0203).u32(0x7f04_0506).zeros(64).toBytes());
        assertThat(shell.findings).isEmpty();
        assertThat(shell.gaps).hasSize(1);
        assertThat(trial(bytes().text("tjgg").u32(9).zeros(64).toBytes()).gaps).hasSize(1);
        assertThat(trial(ggjt(3, "a").toBytes()).gaps).hasSize(1);
    }

    @Test
    void survives_prefixes_and_mutations() {
        byte[] sample = ggjt(3, "a", "b").tensor("w", F32, 4, 1).toBytes();
        Endurance.survivesEveryPrefix(new GgufScanner(), sample);
        Endurance.survivesMutations(new GgufScanner(), sample);
        Endurance.survivesMutations(
                new GgufScanner(), whisper(4, "a").tensor("w", F32, 4, 1).toBytes());
    }
}
