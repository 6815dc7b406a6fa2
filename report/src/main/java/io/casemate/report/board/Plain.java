package io.casemate.report.board;

import io.casemate.report.wording.Figures;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Numbers, dates and texts as people who never read a risk report read them. */
final class Plain {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Plain() {}

    /** About two significant digits: {@code EUR 1.9 million}, {@code EUR 420 000}. */
    static String money(String currency, double amount) {
        if (amount >= 999_500_000) {
            return "%s %s billion".formatted(currency, Figures.amount(two(amount / 1e9)));
        }
        if (amount >= 999_500) {
            return "%s %s million".formatted(currency, Figures.amount(two(amount / 1e6)));
        }
        return "%s %s".formatted(currency, Figures.thousands(amount < 100 ? Math.round(amount) : two(amount)));
    }

    /** {@code 68 % a year, likelier than not}, {@code 15 % a year, about one year in 7}. */
    static String chance(double probability) {
        String percent = Figures.percent(probability) + " a year";
        if (probability >= 0.9) {
            return percent + ", all but certain";
        }
        if (probability >= 0.5) {
            return percent + ", likelier than not";
        }
        return probability < 0.005
                ? percent + ", less than one year in 200"
                : "%s, about one year in %d".formatted(percent, Math.round(1 / probability));
    }

    /** {@code 31 January 2027}; what is no date stays as it is. */
    static String day(String iso) {
        try {
            return DAY.format(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    /** The first sentences of a text, as many as have room; at least one, cut at a word where it alone is too long. */
    static String sentences(String text, int most) {
        String whole = text.strip().replaceAll("\\s+", " ");
        int end = 0;
        for (int dot = whole.indexOf(". "); dot >= 0 && dot < most; dot = whole.indexOf(". ", dot + 1)) {
            end = dot + 1;
        }
        if (whole.length() <= most) {
            return whole;
        }
        return end > 0 ? whole.substring(0, end) : cut(whole, most);
    }

    /** At most so many characters, ending at a word. */
    static String cut(String text, int most) {
        String whole = text.strip().replaceAll("\\s+", " ");
        if (whole.length() <= most) {
            return whole;
        }
        int blank = whole.lastIndexOf(' ', most - 1);
        int end = blank > most / 2 ? blank : most - 1;
        end -= Character.isHighSurrogate(whole.charAt(end - 1)) ? 1 : 0;
        return whole.substring(0, end).replaceAll("[,;:.]+$", "") + "…";
    }

    private static double two(double value) {
        double step = Math.pow(10, Math.floor(Math.log10(value)) - 1);
        return Math.round(value / step) * step;
    }
}
