package io.casemate.report.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0          | EUR 0
            42.4       | EUR 42
            4321       | EUR 4\u202f300
            421000     | EUR 420\u202f000
            999999     | EUR 1 million
            1940000    | EUR 1.9 million
            12340000   | EUR 12 million
            123400000  | EUR 120 million
            2600000000 | EUR 2.6 billion
            """)
    void money_has_two_digits_that_count(double amount, String words) {
        assertThat(Plain.money("EUR", amount)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.95  | 95 % a year, all but certain
            0.68  | 68 % a year, likelier than not
            0.15  | 15 % a year, about one year in 7
            0.02  | 2 % a year, about one year in 50
            0.001 | 0.1 % a year, less than one year in 200
            """)
    void a_chance_is_told_in_years(double probability, String words) {
        assertThat(Plain.chance(probability)).isEqualTo(words);
    }

    @Test
    void a_text_ends_at_a_sentence_else_at_a_word() {
        assertThat(Plain.sentences("One is short. Two is much too long for the room.", 20))
                .isEqualTo("One is short.");
        assertThat(Plain.sentences("No room for a sentence that never ends", 16))
                .isEqualTo("No room for a…");
        assertThat(Plain.sentences("  All of\n it fits. ", 40)).isEqualTo("All of it fits.");
        assertThat(Plain.cut("x".repeat(100), 10)).hasSize(10).endsWith("…");
        assertThat(Plain.cut("😀".repeat(10), 10)).doesNotContain("?").endsWith("…");
    }

    @Test
    void a_date_is_told_and_what_is_none_stays() {
        assertThat(Plain.day("2027-01-31")).isEqualTo("31 January 2027");
        assertThat(Plain.day("soon")).isEqualTo("soon");
    }
}
