package io.casemate.report.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people and programs read them. Independent of the machine's locale. */
public final class Figures {
    private Figures() {}

    /** Six significant digits, so that the last bits of a sum never change a document's bytes. */
    public static double six(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return 0;
        }
        return new BigDecimal(value).round(new MathContext(6)).doubleValue();
    }

    /** A probability: {@code 0.4 %}, {@code 12 %}, {@code > 99 %}. */
    public static String percent(double share) {
        double percent = share * 100;
        if (percent == 0) {
            return "0 %";
        }
        if (percent < 0.1) {
            return "< 0.1 %";
        }
        if (percent > 99) {
            return "> 99 %";
        }
        return (percent < 10 ? trimmed("%.1f", percent) : String.format(Locale.ROOT, "%.0f", percent)) + " %";
    }

    /** A rate: {@code 2.5 a year}, {@code 0.04 a year}. */
    public static String perYear(double rate) {
        return amount(rate) + " a year";
    }

    /** About two significant digits. */
    public static String amount(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 0.001) {
            return "< 0.001";
        }
        if (size < 0.1) {
            return trimmed("%.3f", value);
        }
        return size < 10 ? trimmed("%.2f", value) : trimmed("%.0f", value);
    }

    /** A weight of evidence with its sign: {@code +3.0}, {@code −7.5}, {@code 0.0}. */
    public static String decibans(double value) {
        double tenths = Math.round(value * 10) / 10.0;
        if (tenths == 0) {
            return "0.0";
        }
        return (tenths > 0 ? "+" : "−") + String.format(Locale.ROOT, "%.1f", Math.abs(tenths));
    }

    /** Thousands apart by a narrow blank: {@code 3 000 000}. */
    public static String thousands(double value) {
        return String.format(Locale.ROOT, "%,.0f", value).replace(',', '\u202f');
    }

    /** {@code 1 flow}, {@code 2 flows}. */
    public static String count(int number, String one) {
        return number == 1 ? "1 " + one : number + " " + one + "s";
    }

    private static String trimmed(String format, double value) {
        String text = String.format(Locale.ROOT, format, value);
        if (text.indexOf('.') < 0) {
            return text;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
