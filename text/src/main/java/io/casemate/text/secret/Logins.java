package io.casemate.text.secret;

import io.casemate.text.literal.LiteralSet.Literal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An entry of a {@code .netrc}: {@code machine host login user password secret}. Strong where the password looks drawn. */
final class Logins implements Recogniser {
    private static final int ENTRY_MAX = 400;
    private static final int DRAWN_MIN = 16;
    private static final Pattern ENTRY = Pattern.compile(
            "machine\\s{1,8}[\\w.:-]{1,120}\\s{1,8}login\\s{1,8}\\S{1,80}\\s{1,8}(?:account\\s{1,8}\\S{1,80}\\s{1,8})?password\\s{1,8}(\\S{6,200})");

    @Override
    public List<Literal> triggers() {
        return List.of(Literal.exact("machine "));
    }

    @Override
    public Optional<Secret> at(byte[] text, int from, int to, int position) {
        int length = Math.min(to - position, ENTRY_MAX);
        Matcher entry = ENTRY.matcher(new String(text, position, length, StandardCharsets.ISO_8859_1));
        if (!entry.lookingAt()) {
            return Optional.empty();
        }
        int start = position + entry.start(1);
        int end = position + entry.end(1);
        if (Randomness.placeholder(text, start, end)) {
            return Optional.empty();
        }
        boolean strong = end - start >= DRAWN_MIN
                && Randomness.drawn(text, start, end)
                && Randomness.entropy(text, start, end) > 3;
        return Optional.of(
                new Secret(SecretKind.LOGIN_PASSWORD, start, end, strong ? Confidence.STRONG : Confidence.WEAK));
    }
}
