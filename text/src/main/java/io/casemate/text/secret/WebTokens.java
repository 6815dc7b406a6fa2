package io.casemate.text.secret;

import io.casemate.text.literal.LiteralSet.Literal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** JSON web tokens (RFC 7519): three parts of base 64, the first an object with "alg". They expire: never strong. */
final class WebTokens implements Recogniser {
    private static final int HEADER_MAX = 600;
    private static final int PART_MAX = 3000;

    @Override
    public List<Literal> triggers() {
        return List.of(Literal.exact("eyJ"));
    }

    @Override
    public Optional<Secret> at(byte[] text, int from, int to, int position) {
        if (position > from && Characters.BASE64_URL.has(text[position - 1])) {
            return Optional.empty();
        }
        int header = Characters.BASE64_URL.runEnd(text, position, Math.min(to, position + HEADER_MAX));
        if (header + 3 >= to || text[header] != '.' || text[header + 1] != 'e' || text[header + 2] != 'y') {
            return Optional.empty();
        }
        int payload = Characters.BASE64_URL.runEnd(text, header + 1, Math.min(to, header + PART_MAX));
        if (payload >= to || text[payload] != '.' || !names(text, position, header)) {
            return Optional.empty();
        }
        int end = Characters.BASE64_URL.runEnd(text, payload + 1, Math.min(to, payload + PART_MAX));
        return end - payload > 20
                ? Optional.of(new Secret(SecretKind.JSON_WEB_TOKEN, position, end, Confidence.WEAK))
                : Optional.empty();
    }

    /** Whether the header, decoded, names an algorithm. */
    private static boolean names(byte[] text, int start, int end) {
        if ((end - start) % 4 == 1) {
            return false;
        }
        byte[] decoded = Base64.getUrlDecoder().decode(java.util.Arrays.copyOfRange(text, start, end));
        return new String(decoded, StandardCharsets.ISO_8859_1).contains("\"alg\"");
    }
}
