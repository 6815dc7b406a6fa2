package io.casemate.text.secret;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Whether characters look drawn at random, or are a word, an identifier or a placeholder. */
final class Randomness {
    private static final List<String> PLACEHOLDERS = List.of(
            "example",
            "xxxx",
            "****",
            "....",
            "your",
            "placeholder",
            "changeme",
            "change_me",
            "dummy",
            "sample",
            "redacted",
            "insert",
            "foobar",
            "00000000",
            "12345678",
            "abcdef",
            "test",
            "fake",
            "none",
            "todo",
            "secret",
            "password",
            "token",
            "<",
            ">",
            "${",
            "{{",
            "}}",
            "%(",
            "%s",
            "$(",
            "…");

    private Randomness() {}

    /** Shannon entropy of the characters, in bits a character. */
    static double entropy(byte[] text, int start, int end) {
        var counts = new int[256];
        for (int i = start; i < end; i++) {
            counts[text[i] & 0xff]++;
        }
        double n = end - start;
        double sum = 0;
        for (int count : counts) {
            if (count > 0) {
                sum -= count / n * Math.log(count / n);
            }
        }
        return sum / Math.log(2);
    }

    /** Whether a placeholder stands where a secret would: a well-known word of examples, a variable, too few characters. */
    static boolean placeholder(byte[] text, int start, int end) {
        String lower = new String(text, start, end - start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return PLACEHOLDERS.stream().anyMatch(lower::contains);
    }

    /** Whether characters of a token look drawn: entropy near what so many draws give, and no placeholder. */
    static boolean drawn(byte[] text, int start, int end) {
        double possible = Math.min(Math.log(end - (double) start) / Math.log(2), 6);
        return entropy(text, start, end) > 0.68 * possible && !placeholder(text, start, end);
    }

    /** Whether there are digits, and letters of both cases. */
    static boolean mixed(byte[] text, int start, int end) {
        boolean digit = false;
        boolean upper = false;
        boolean lower = false;
        for (int i = start; i < end; i++) {
            digit |= text[i] >= '0' && text[i] <= '9';
            upper |= text[i] >= 'A' && text[i] <= 'Z';
            lower |= text[i] >= 'a' && text[i] <= 'z';
        }
        return digit && upper && lower;
    }
}
