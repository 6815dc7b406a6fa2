package io.casemate.scan.python;

import io.casemate.scan.call.Value;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Strings and numbers as Python writes them. */
final class Literals {
    private static final int NUMBER_DIGITS_MAX = 18;

    private Literals() {}

    /** A string without interpolations. */
    static Value string(String written) {
        int quote = 0;
        while (quote < written.length() && written.charAt(quote) != '\'' && written.charAt(quote) != '"') {
            quote++;
        }
        if (quote == written.length()) {
            return Value.UNKNOWN;
        }
        String prefix = written.substring(0, quote).toLowerCase(Locale.ROOT);
        String mark = written.substring(quote);
        int marks = mark.startsWith("\"\"\"") || mark.startsWith("'''") ? 3 : 1;
        if (mark.length() < 2 * marks) {
            return Value.UNKNOWN;
        }
        String inner = mark.substring(marks, mark.length() - marks);
        String text = prefix.contains("r") ? inner : unescaped(inner);
        return prefix.contains("b")
                ? new Value.Bytes(MemorySegment.ofArray(text.getBytes(StandardCharsets.ISO_8859_1)), true)
                : Value.text(text);
    }

    static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char kind = text.charAt(++i);
            int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
            if (digits > 0) {
                i += code(text, i + 1, digits, 16, out) ? digits : 0;
            } else if (kind >= '0' && kind <= '7') {
                int end = i;
                while (end < text.length() && end < i + 3 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
                    end++;
                }
                out.append((char) Integer.parseInt(text, i, end, 8));
                i = end - 1;
            } else {
                simple(kind, out);
            }
        }
        return out.toString();
    }

    private static void simple(char kind, StringBuilder out) {
        switch (kind) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case '\n' -> {}
            case '\\', '\'', '"' -> out.append(kind);
            default -> out.append('\\').append(kind);
        }
    }

    private static boolean code(String text, int start, int digits, int radix, StringBuilder out) {
        try {
            int point = start + digits <= text.length() ? Integer.parseInt(text, start, start + digits, radix) : -1;
            if (Character.isValidCodePoint(point)) {
                out.appendCodePoint(point);
                return true;
            }
        } catch (NumberFormatException e) {
            return false;
        }
        return false;
    }

    static Value integer(String written) {
        String digits = written.replace("_", "").toLowerCase(Locale.ROOT);
        int radix = digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : digits.startsWith("0b") ? 2 : 10;
        String bare = radix == 10 ? digits : digits.substring(2);
        try {
            return bare.length() <= NUMBER_DIGITS_MAX ? new Value.Whole(Long.parseLong(bare, radix)) : Value.UNKNOWN;
        } catch (NumberFormatException e) {
            return Value.UNKNOWN;
        }
    }

    /** What a binary operator makes of two whole numbers. */
    static Value computed(String operator, long left, long right) {
        return switch (operator) {
            case "+" -> new Value.Whole(left + right);
            case "-" -> new Value.Whole(left - right);
            case "*" -> new Value.Whole(left * right);
            case "^" -> new Value.Whole(left ^ right);
            case "&" -> new Value.Whole(left & right);
            case "|" -> new Value.Whole(left | right);
            case "<<" -> right >= 0 && right < 32 ? new Value.Whole(left << right) : Value.UNKNOWN;
            case ">>" -> right >= 0 && right < 64 ? new Value.Whole(left >> right) : Value.UNKNOWN;
            case "//" -> right != 0 ? new Value.Whole(Math.floorDiv(left, right)) : Value.UNKNOWN;
            case "%" -> right != 0 ? new Value.Whole(Math.floorMod(left, right)) : Value.UNKNOWN;
            default -> Value.UNKNOWN;
        };
    }
}
