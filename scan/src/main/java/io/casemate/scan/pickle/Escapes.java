package io.casemate.scan.pickle;

import java.util.HexFormat;

/** Text of protocol 0 as its loaders read it. */
final class Escapes {
    private Escapes() {}

    /** Undoes backslash-u escapes; others stay as they are. */
    static String rawUnicode(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var read = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            char kind = letter == '\\' && i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
            if (digits > 0 && hex(text, i + 2, digits)) {
                read.append(codePoint(text, i + 2, digits));
                i += 1 + digits;
            } else {
                read.append(letter);
            }
        }
        return read.toString();
    }

    /** Takes the quotes off and undoes the escapes of a string literal. */
    static String quoted(String literal) {
        String text = literal.strip();
        if (text.length() < 2
                || text.charAt(0) != text.charAt(text.length() - 1)
                || "'\"".indexOf(text.charAt(0)) < 0) {
            return text;
        }
        text = text.substring(1, text.length() - 1);
        var read = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char letter = text.charAt(at);
            at++;
            if (letter != '\\' || at == text.length()) {
                read.append(letter);
            } else {
                at += 1 + escape(text, at, read);
            }
        }
        return read.toString();
    }

    /** Appends what the escape stands for whose letter stands at {@code at}; returns how many letters more it took. */
    private static int escape(String text, int at, StringBuilder read) {
        char kind = text.charAt(at);
        int plain = "abfnrtv\\'\"".indexOf(kind);
        if (plain >= 0) {
            read.append("\u0007\b\f\n\r\t\u000b\\'\"".charAt(plain));
            return 0;
        }
        if (kind == 'x' && hex(text, at + 1, 2)) {
            read.append((char) HexFormat.fromHexDigits(text, at + 1, at + 3));
            return 2;
        }
        int digits = 0;
        int code = 0;
        while (digits < 3
                && at + digits < text.length()
                && text.charAt(at + digits) >= '0'
                && text.charAt(at + digits) <= '7') {
            code = code * 8 + text.charAt(at + digits) - '0';
            digits++;
        }
        if (digits > 0) {
            read.append((char) (code & 0xff));
            return digits - 1;
        }
        read.append(kind == '\n' ? "" : "\\" + kind);
        return 0;
    }

    private static boolean hex(String text, int from, int digits) {
        if (from + digits > text.length()) {
            return false;
        }
        for (int i = from; i < from + digits; i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String codePoint(String text, int from, int digits) {
        int code = HexFormat.fromHexDigits(text, from, from + digits);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "\ufffd";
    }
}
