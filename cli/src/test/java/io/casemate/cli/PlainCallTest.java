package io.casemate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs without the parser does and says what it does with it. */
class PlainCallTest {
    @TempDir
    private Path folder;

    private Path harmless;
    private Path command;

    @BeforeEach
    void write() throws IOException {
        harmless = Files.writeString(folder.resolve("harmless.pkl"), "}.", ISO_8859_1);
        command = Files.writeString(folder.resolve("command.pkl"), "cos\nsystem\n(S'id'\ntR.", ISO_8859_1);
    }

    @Test
    void a_scan_of_files_ends_as_with_the_parser() throws IOException {
        Files.writeString(folder.resolve("list"), harmless.toString());
        String unreadable = folder.resolve("absent").toString();
        List<List<Object>> calls = List.of(
                List.of("scan"),
                List.of("scan", harmless),
                List.of("scan", command),
                List.of("scan", folder),
                List.of("scan", harmless, command, harmless),
                List.of("scan", unreadable),
                List.of("scan", harmless, unreadable, ""),
                List.of("scan", ""),
                List.of("scan", "bad\0name"),
                List.of("scan", "@" + folder.resolve("list")),
                List.of("scan", "--", harmless),
                List.of("scan", harmless, "--format", "junit"),
                List.of("scan", "-x", harmless),
                List.of("scan", harmless, "--debug"),
                List.of("skan", harmless),
                List.of());
        for (List<Object> call : calls) {
            Run plain = Run.asProcess(call.toArray());
            assertThat(plain).as("%s", call).isEqualTo(Run.casemate(call.toArray()));
        }
    }

    @Test
    void a_command_found_is_the_exit_code() {
        assertThat(Run.asProcess("scan", command).code()).isEqualTo(1);
        assertThat(Run.asProcess("scan", harmless).code()).isZero();
    }
}
