package io.casemate.scan.tensorrt;

import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.executable.EmbeddedExecutables;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.trial.Bytes;
import io.casemate.scan.trial.Direct;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import org.junit.jupiter.api.Test;

class TensorrtScannerTest {
    private static Bytes engine() {
        return bytes().text("ftrt").zeros(20).u8(10).u8(3).u8(1).zeros(37);
    }

    private static Trial trial(Bytes file) {
        return Trial.of(new TensorrtScanner(), file.toBytes());
    }

    private static byte[] cubin() {
        byte[] elf = Machine.elf();
        elf[18] = (byte) 190;
        return elf;
    }

    @Test
    void an_engine_is_not_known_to_be_safe_and_says_its_version() {
        Trial trial = trial(engine());
        assertThat(trial.rules()).containsExactly("tensorrt/engine");
        assertThat(trial.gaps).hasSize(1);
        assertThat(trial.facts).containsEntry("TensorRT", "10.3.1");
    }

    @Test
    void kernels_for_the_graphics_processor_are_no_hidden_program() {
        byte[] file = engine().raw(cubin()).raw(cubin()).toBytes();
        assertThat(Trial.of(new TensorrtScanner(), file).rules()).containsExactly("tensorrt/engine");
        Trial sweep = Direct.of(file, (c, inspection) -> EmbeddedExecutables.find(c, 0, c.size(), false, inspection));
        assertThat(sweep.findings).extracting("rule").containsExactly("executable/gpu-code");
    }

    @Test
    void kernels_do_not_hide_a_program_behind_them() {
        Bytes file = engine();
        for (int i = 0; i < 20; i++) {
            file.raw(cubin());
        }
        byte[] bytes = file.raw(Machine.elf()).toBytes();
        Trial sweep = Direct.of(bytes, (c, inspection) -> EmbeddedExecutables.find(c, 0, c.size(), false, inspection));
        assertThat(sweep.rules()).containsExactly("executable/gpu-code", "executable/embedded");
    }

    @Test
    void libraries_for_the_host_in_an_engine_are_told() {
        assertThat(trial(engine().raw(Machine.elf())).rules()).containsExactly("tensorrt/engine", "tensorrt/host-code");
    }

    @Test
    void libraries_that_an_engine_names_are_told_unless_they_are_its_own() {
        assertThat(trial(engine().text("/opt/x/libmyplugin.so").zeros(9)).findings)
                .extracting("message")
                .contains("the engine names the library 'libmyplugin'");
        assertThat(trial(engine().text("evilplugin.dll").zeros(9)).rules()).contains("tensorrt/plugin-library");
        assertThat(trial(engine().text("libnvinfer_plugin.so.10").zeros(9)).rules())
                .containsExactly("tensorrt/engine");
        assertThat(trial(engine().text("the end.soon").zeros(9)).rules()).containsExactly("tensorrt/engine");
    }

    @Test
    void survives_prefixes_and_mutations() {
        byte[] sample = engine().text("libx.so").raw(Machine.elf()).toBytes();
        Endurance.survivesEveryPrefix(new TensorrtScanner(), sample);
        Endurance.survivesMutations(new TensorrtScanner(), sample);
    }
}
