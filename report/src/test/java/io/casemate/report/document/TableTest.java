package io.casemate.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Block.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static String look(String... column) {
        var rows = Arrays.stream(column)
                .map(words -> List.of(Cell.of("A name"), Cell.of(words)))
                .toList();
        return new Table("", List.of("Name", "Column"), rows).looks().get(1);
    }

    @Test
    void numbers_lie_below_each_other() {
        assertThat(look("1", "2.5", "0")).isEqualTo("num");
        assertThat(look("EUR 25\u202f000", "free")).isEqualTo("tight");
        assertThat(look("EUR 25\u202f000", "EUR 3\u202f000", "free")).isEqualTo("num");
        assertThat(look("57.5 % ± 0.2", "0.5 % ± 0.0", "rarer than simulated")).isEqualTo("num");
    }

    @Test
    void long_numbers_may_break() {
        assertThat(look("6\u202f920\u202f000 (6\u202f890\u202f000 to 6\u202f950\u202f000)", "0"))
                .isEqualTo("num loose");
    }

    @Test
    void short_words_do_not_break_and_long_ones_do() {
        assertThat(look("2026-12-21", "")).isEqualTo("tight");
        assertThat(look("in progress", "open")).isEqualTo("tight");
        assertThat(look("12 threats ended by controls")).isEmpty();
        assertThat(look("–", "–", "")).isEqualTo("tight");
    }

    @Test
    void the_first_column_names_its_row_even_where_names_are_numbers() {
        var table = new Table("", List.of("A year costs more than"), List.of(List.of(Cell.of("316\u202f000"))));
        assertThat(table.looks()).containsExactly("tight");
    }
}
