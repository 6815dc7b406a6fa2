package io.casemate.scan.executorch;

import static io.casemate.scan.executorch.PteFile.pte;
import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.executable.Machine;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutorchScannerTest {
    private static Trial trial(PteFile file) {
        return Trial.of(new ExecutorchScanner(), file.toBytes());
    }

    @Test
    void an_honest_program_is_silent_and_its_constants_are_tensors() {
        Trial trial = trial(pte());
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.facts).containsEntry("method", "forward");
        assertThat(trial.tensors).hasSize(1);
        assertThat(trial.tensors.getFirst().shape()).isEqualTo(List.of(2L, 2L));
        assertThat(trial.tensors.getFirst().bytes().byteSize()).isEqualTo(16);
    }

    @Test
    void operators_that_executorch_does_not_bring_are_told() {
        assertThat(trial(pte().operator("evil::run")).rules()).containsExactly("executorch/custom-operator");
        assertThat(trial(pte().operator("run")).rules()).containsExactly("executorch/custom-operator");
        assertThat(trial(pte().operator("quantized_decomposed::add")).rules()).isEmpty();
    }

    @Test
    void graphs_of_xnnpack_are_weights() {
        byte[] graph = bytes().u32(0).text("XH00").zeros(40).toBytes();
        Trial trial = trial(pte().delegate("XnnpackBackend", graph));
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.tensors).extracting("name").contains("XnnpackBackend");
    }

    @Test
    void what_is_compiled_or_goes_to_an_unknown_backend_is_not_known_to_be_safe() {
        assertThat(trial(pte().delegate("QnnBackend", new byte[40])).rules())
                .containsExactly("executorch/compiled-delegate");
        assertThat(trial(pte().delegate("MyBackend", new byte[40])).rules())
                .containsExactly("executorch/unknown-backend");
        assertThat(trial(pte().delegate("MyBackend", new byte[40])).gaps).hasSize(1);
    }

    @Test
    void libraries_in_the_file_are_told_and_read() {
        Trial trial = trial(pte().delegate("CudaBackend", Machine.elf()));
        assertThat(trial.rules()).containsExactly("executorch/host-code");
        assertThat(trial.nested).hasSize(1);
        assertThat(trial(pte().delegate("XnnpackBackend", Machine.elf())).nested)
                .hasSize(1);
    }

    @Test
    void named_data_are_weights() {
        assertThat(trial(pte().named("layer.weight", 0)).tensors)
                .extracting("name")
                .contains("layer.weight");
        assertThat(trial(pte().named("layer.weight", 7)).rules()).containsExactly("executorch/out-of-bounds");
    }

    @Test
    void instructions_that_point_at_nothing_are_told() {
        assertThat(trial(pte().calls(1, 0)).rules()).containsExactly("executorch/out-of-bounds");
        assertThat(trial(pte().calls(-1, 0)).rules()).containsExactly("executorch/out-of-bounds");
        assertThat(trial(pte().calls(0, 1 << 30)).rules()).containsExactly("executorch/out-of-bounds");
    }

    @Test
    void tensors_outside_of_their_data_are_told() {
        assertThat(trial(pte().constantAt(17)).rules()).containsExactly("executorch/out-of-bounds");
        assertThat(trial(pte().constantAt(-16)).rules()).containsExactly("executorch/out-of-bounds");
        assertThat(trial(pte().shape(1 << 30, 1 << 30, 1 << 30)).rules()).containsExactly("executorch/out-of-bounds");
        assertThat(trial(pte().shape(-1)).rules()).containsExactly("executorch/out-of-bounds");
    }

    @Test
    void segments_outside_of_the_file_or_over_each_other_are_told() {
        assertThat(trial(pte().segmentOf(33)).rules()).contains("executorch/out-of-bounds");
        assertThat(trial(pte().segmentOf(Long.MAX_VALUE)).rules()).contains("executorch/out-of-bounds");
        assertThat(trial(pte().segmentAt(28)).rules()).containsExactly("executorch/overlap");
    }

    @Test
    void memory_that_was_not_planned_is_told() {
        assertThat(trial(pte().plannedAt(1, 48)).rules()).isEmpty();
        assertThat(trial(pte().plannedAt(1, 49)).rules()).containsExactly("executorch/out-of-bounds");
        assertThat(trial(pte().plannedAt(1, 1L << 40)).rules()).containsExactly("executorch/out-of-bounds");
        assertThat(trial(pte().plannedAt(9, 0)).rules()).containsExactly("executorch/out-of-bounds");
    }

    @Test
    void survives_prefixes_and_mutations() {
        byte[] sample = pte().delegate(
                        "XnnpackBackend", bytes().u32(0).text("XH00").zeros(9).toBytes())
                .toBytes();
        Endurance.survivesEveryPrefix(new ExecutorchScanner(), sample);
        Endurance.survivesMutations(new ExecutorchScanner(), sample);
    }
}
