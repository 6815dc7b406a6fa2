package io.casemate.report.xlsx;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** What stands in a cell. Texts are always texts, so that none of them can be a formula. */
sealed interface Field {
    record Words(String text) implements Field {}

    record Amount(double value) implements Field {}

    record Day(LocalDate date) implements Field {}

    record Empty() implements Field {}

    static Field of(String text) {
        return text.isEmpty() ? new Empty() : new Words(text);
    }

    static Field of(double value) {
        return new Amount(value);
    }

    static Field yes(boolean is) {
        return new Words(is ? "yes" : "no");
    }

    /** An ISO date as a date, anything else as the text that it is. */
    static Field day(String iso) {
        try {
            return iso.isEmpty() ? new Empty() : new Day(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return new Words(iso);
        }
    }
}
