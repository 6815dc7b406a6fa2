package io.casemate.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void words_are_broken_at_the_width_and_long_ones_stay_whole() {
        assertThat(Lines.wrap("one two three", 9, "- ", "  ")).isEqualTo("- one two\n  three");
        assertThat(Lines.wrap("a-very-long-word b", 5, "")).isEqualTo("a-very-long-word\nb");
        assertThat(Lines.wrap("", 5, "")).isEmpty();
    }

    @Test
    void colours_take_no_room() {
        String red = Style.COLOURED.red("ab");
        assertThat(Lines.visible(red)).isEqualTo(2);
        assertThat(Lines.padded(red, 4)).isEqualTo(red + "  ");
        assertThat(Style.PLAIN.red("ab")).isEqualTo("ab");
    }

    @Test
    void the_last_cell_of_a_row_hangs() {
        String text = new Table(34, "")
                .row("id", "one two three four five six")
                .row("longer", "x")
                .text();
        assertThat(new Table(20, " ").row("long", "first", "one two three").text())
                .isEqualTo(" long  first\n     one two three\n");
        assertThat(text).isEqualTo("id      one two three four five\n        six\nlonger  x\n");
    }

    @Test
    void colour_needs_a_terminal_that_has_it_and_a_user_who_wants_it() {
        assertThat(SystemTerminal.wantsColour(Map.of("TERM", "xterm"))).isTrue();
        assertThat(SystemTerminal.wantsColour(Map.of("TERM", "xterm", "NO_COLOR", "1")))
                .isFalse();
        assertThat(SystemTerminal.wantsColour(Map.of("TERM", "dumb"))).isFalse();
        assertThat(SystemTerminal.wantsColour(Map.of())).isFalse();
    }

    @Test
    void the_width_is_what_the_environment_says_within_reason() {
        assertThat(SystemTerminal.columns(Map.of("COLUMNS", "100"), false)).isEqualTo(100);
        assertThat(SystemTerminal.columns(Map.of("COLUMNS", "5"), false)).isEqualTo(60);
        assertThat(SystemTerminal.columns(Map.of("COLUMNS", "9999"), false)).isEqualTo(120);
        assertThat(SystemTerminal.columns(Map.of("COLUMNS", "wide"), false)).isEqualTo(80);
    }

    @Test
    void a_reader_that_went_away_is_no_failure_and_a_full_disk_is() {
        assertThat(failing("Broken pipe").failure()).isEmpty();
        assertThat(failing("No space left on device").failure()).contains("No space left on device");
    }

    private static StandardOutput failing(String message) {
        var out = new StandardOutput(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        });
        out.write(1);
        return out;
    }
}
