package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void the_program_is_called_casemate() {
        assertThat(Main.commandLine().getCommandName()).isEqualTo("casemate");
    }
}
