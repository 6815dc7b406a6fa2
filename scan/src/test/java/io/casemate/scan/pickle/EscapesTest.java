package io.casemate.scan.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapesTest {
    @Test
    void octal_escapes_end_before_what_is_no_octal_digit() {
        assertThat(Escapes.quoted("'\\157s'")).isEqualTo("os");
        assertThat(Escapes.quoted("'\\18'")).isEqualTo("\u00018");
        assertThat(Escapes.quoted("'\\1234'")).isEqualTo("S4");
        assertThat(Escapes.quoted("'\\8'")).isEqualTo("\\8");
    }

    @Test
    void hexadecimal_escapes_have_two_digits() {
        assertThat(Escapes.quoted("'\\x6fs'")).isEqualTo("os");
        assertThat(Escapes.quoted("'\\x6'")).isEqualTo("\\x6");
    }

    @Test
    void quotes_are_taken_off_in_pairs_only() {
        assertThat(Escapes.quoted("\"a'b\"")).isEqualTo("a'b");
        assertThat(Escapes.quoted("'a\"")).isEqualTo("'a\"");
    }
}
