package io.casemate.scan.pickle;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as Python's {@code int(text, 0)} and {@code float(text)} read them. */
final class Numbers {
    private static final int DIGITS_MAX = 400;
    private static final Pattern WHOLE = Pattern.compile(
            "([+-]?)(0x_?[0-9a-f]+(?:_[0-9a-f]+)*|0o_?[0-7]+(?:_[0-7]+)*|0b_?[01]+(?:_[01]+)*|[0-9]+(?:_[0-9]+)*)l?");
    private static final Pattern REAL = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:e[+-]?[0-9]+)?");

    private Numbers() {}

    /** The number, or null where it is none. */
    static @Nullable BigInteger whole(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        var matcher = WHOLE.matcher(trimmed);
        if (trimmed.length() > DIGITS_MAX || !matcher.matches()) {
            return trimmed.length() > DIGITS_MAX ? BigInteger.ONE.shiftLeft(Long.SIZE) : null;
        }
        String digits = matcher.group(2).replace("_", "");
        BigInteger number = switch (digits.length() > 2 ? digits.charAt(1) : '0') {
            case 'x' -> new BigInteger(digits.substring(2), 16);
            case 'o' -> new BigInteger(digits.substring(2), 8);
            case 'b' -> new BigInteger(digits.substring(2), 2);
            default -> new BigInteger(digits);
        };
        return "-".equals(matcher.group(1)) ? number.negate() : number;
    }

    /** The number, or null where it is none. */
    static @Nullable Double real(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        return switch (trimmed) {
            case "nan", "+nan", "-nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> REAL.matcher(trimmed).matches() ? Double.valueOf(trimmed) : null;
        };
    }
}
