package io.casemate.scan.llamafile;

import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.archive.zip.ZipForge;
import io.casemate.scan.archive.zip.ZipScanner;
import io.casemate.scan.executable.ExecutableScanner;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LlamafileLayoutTest {
    private final ZipForge zip = new ZipForge();

    private Trial read(byte[] program, String arguments) {
        zip.prefix = program;
        zip.add("model.gguf", bytes().text("GGUF").u32(3).u64(0).u64(0).toBytes());
        if (!arguments.isEmpty()) {
            zip.add(".args", arguments);
        }
        return Trial.of(new ZipScanner(List.of(new LlamafileLayout())), zip.build());
    }

    @Test
    void program_with_weights_behind_it_is_a_llamafile_and_its_weights_are_read() {
        Trial trial = read(Machine.pe(), "-m\nmodel.gguf\n-ngl\n9999\n--host\n127.0.0.1\n...\n");
        assertThat(trial.facts).containsEntry("format", "llamafile").containsKey("arguments");
        assertThat(trial.rules()).containsExactlyInAnyOrder("llamafile/program", "zip/executable-prefix");
        assertThat(trial.nested).anyMatch(content -> content.name().endsWith("model.gguf"));
    }

    @Test
    void programs_of_linux_are_llamafiles_too() {
        assertThat(read(Machine.elf(), "").rules()).contains("llamafile/program");
    }

    @Test
    void arguments_that_open_the_server_are_told() {
        assertThat(read(Machine.pe(), "--host\n0.0.0.0\n").rules()).contains("llamafile/open-server");
        assertThat(read(Machine.pe(), "--host=::\n").rules()).contains("llamafile/open-server");
    }

    @Test
    void arguments_that_lead_out_of_the_file_are_told() {
        assertThat(read(Machine.pe(), "-m\n/etc/passwd\n").rules()).contains("llamafile/outside");
        assertThat(read(Machine.pe(), "--mmproj\n../../x.gguf\n").rules()).contains("llamafile/outside");
        assertThat(read(Machine.pe(), "--rpc\n192.0.2.1:50052\n").rules()).contains("llamafile/outside");
        assertThat(read(Machine.pe(), "-m\n/zip/model.gguf\n").rules()).doesNotContain("llamafile/outside");
    }

    @Test
    void arguments_that_switch_off_the_filter_are_told() {
        assertThat(read(Machine.pe(), "--unsecure\n").rules()).contains("llamafile/unguarded");
    }

    @Test
    void zip_with_weights_and_no_program_is_none() {
        assertThat(read(new byte[0], "--host\n0.0.0.0\n").findings).isEmpty();
    }

    @Test
    void program_without_weights_is_none() {
        zip.prefix = Machine.pe();
        zip.add("setup.ini", "a=b");
        Trial trial = Trial.of(new ZipScanner(List.of(new LlamafileLayout())), zip.build());
        assertThat(trial.rules()).containsExactly("zip/executable-prefix");
    }

    @Test
    void beginning_of_a_portable_program_is_a_program() {
        byte[] ape = "MZqFpD='\n'; exec true".getBytes(StandardCharsets.UTF_8);
        assertThat(new ExecutableScanner().recognises(Content.of("x", ape))).isEqualTo(Recognition.CERTAIN);
    }
}
