package io.casemate.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LetteringTest {
    private final Lettering lettering = new Lettering(10, false);

    @Test
    void breaks_between_words_and_keeps_all_of_them() {
        List<String> lines = lettering.wrap("card and merchant history of ninety days", 80, 9);
        assertThat(lines).allMatch(l -> lettering.width(l) <= 80);
        assertThat(String.join(" ", lines)).isEqualTo("card and merchant history of ninety days");
    }

    @Test
    void breaks_a_word_that_is_too_wide() {
        List<String> lines = lettering.wrap("W".repeat(40), 80, 9);
        assertThat(lines).hasSizeGreaterThan(3).allMatch(l -> lettering.width(l) <= 80);
        assertThat(String.join("", lines)).isEqualTo("W".repeat(40));
    }

    @Test
    void ends_what_does_not_fit_in_an_ellipsis() {
        List<String> lines = lettering.wrap("one two three four five six seven eight nine ten", 50, 2);
        assertThat(lines).hasSize(2).allMatch(l -> lettering.width(l) <= 50);
        assertThat(lines.getLast()).endsWith("…");
    }

    @Test
    void an_empty_text_has_no_line() {
        assertThat(lettering.wrap("  ", 50, 2)).isEmpty();
    }

    @Test
    void wide_scripts_are_measured_wide() {
        assertThat(lettering.width("模型")).isGreaterThan(lettering.width("il"));
    }
}
