package io.casemate.text.secret;

import io.casemate.text.literal.LiteralSet.Literal;
import java.util.List;
import java.util.Optional;

/**
 * A quoted value that looks drawn at random, assigned to a name that says secret: {@code api_key = "..."}. Never strong: hashes
 * and identifiers look drawn too.
 */
final class Assignments implements Recogniser {
    private static final int NAME_REST_MAX = 24;
    private static final int VALUE_MIN = 12;
    private static final int VALUE_MAX = 128;
    private static final double ENTROPY_MIN = 3.5;

    @Override
    public List<Literal> triggers() {
        return List.of(
                Literal.anyCase("password"),
                Literal.anyCase("passwd"),
                Literal.anyCase("secret"),
                Literal.anyCase("api_key"),
                Literal.anyCase("apikey"),
                Literal.anyCase("api-key"),
                Literal.anyCase("access_token"),
                Literal.anyCase("auth_token"),
                Literal.anyCase("private_token"));
    }

    @Override
    public Optional<Secret> at(byte[] text, int from, int to, int position) {
        int i = position + 6;
        i = Characters.BASE64_URL.runEnd(text, Math.min(i, to), Math.min(to, i + NAME_REST_MAX));
        i = quote(text, i, to) ? i + 1 : i;
        i = blanks(text, i, to);
        if (i >= to || (text[i] != '=' && text[i] != ':')) {
            return Optional.empty();
        }
        i = blanks(text, i + 1, to);
        if (!quote(text, i, to)) {
            return Optional.empty();
        }
        byte quote = text[i];
        int start = i + 1;
        int end = start;
        while (end < Math.min(to, start + VALUE_MAX + 1) && text[end] != quote) {
            if (text[end] <= ' ' || text[end] > '~' || "<>{}()[]$\\".indexOf(text[end]) >= 0) {
                return Optional.empty();
            }
            end++;
        }
        boolean looksDrawn = end - start >= VALUE_MIN
                && end - start <= VALUE_MAX
                && end < to
                && !identifier(text, start, end)
                && !Randomness.placeholder(text, start, end)
                && Randomness.entropy(text, start, end) >= ENTROPY_MIN;
        return looksDrawn
                ? Optional.of(new Secret(SecretKind.ASSIGNED_SECRET, start, end, Confidence.WEAK))
                : Optional.empty();
    }

    /** Letters of one case, dots, dashes and slashes name things; a drawn value has digits, and mostly both cases. */
    private static boolean identifier(byte[] text, int start, int end) {
        int digits = 0;
        int separators = 0;
        for (int i = start; i < end; i++) {
            digits += Characters.DIGITS.has(text[i]) ? 1 : 0;
            separators += "-_./: ".indexOf(text[i]) >= 0 ? 1 : 0;
        }
        return digits < 2 || separators > 3;
    }

    private static boolean quote(byte[] text, int i, int to) {
        return i < to && (text[i] == '"' || text[i] == '\'');
    }

    private static int blanks(byte[] text, int from, int to) {
        int i = from;
        while (i < Math.min(to, from + 8) && (text[i] == ' ' || text[i] == '\t')) {
            i++;
        }
        return i;
    }
}
