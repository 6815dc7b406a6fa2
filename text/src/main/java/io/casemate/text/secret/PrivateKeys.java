package io.casemate.text.secret;

import io.casemate.text.literal.LiteralSet.Literal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Private keys in PEM (RFC 7468, OpenSSH, PGP), as lines or inside a JSON string, where "\n" stands for a line's end. */
final class PrivateKeys implements Recogniser {
    private static final String LABEL = "PRIVATE KEY";
    private static final int LABEL_MAX = 64;
    private static final int BODY_MAX = 7500;
    private static final int BODY_MIN = 64;

    @Override
    public List<Literal> triggers() {
        return List.of(Literal.exact("-----BEGIN "));
    }

    @Override
    public Optional<Secret> at(byte[] text, int from, int to, int position) {
        int label = position + "-----BEGIN ".length();
        String head = latin(text, label, Math.min(to, label + LABEL_MAX));
        int dashes = head.indexOf("-----");
        if (dashes < 0 || !head.substring(0, dashes).contains(LABEL)) {
            return Optional.empty();
        }
        int bodyStart = label + dashes + 5;
        int end = bodyStart;
        var body = new StringBuilder();
        boolean header = false;
        for (int limit = Math.min(to, bodyStart + BODY_MAX); end < limit && text[end] != '-'; end++) {
            byte b = text[end];
            boolean escape = b == '\\' && end + 1 < limit && (text[end + 1] == 'n' || text[end + 1] == 'r');
            if (escape) {
                end++;
                header = false;
            } else if (b == '\n') {
                header = false;
            } else if (b == ':') {
                header = true; // "Proc-Type: 4,ENCRYPTED", "Version: GnuPG v2"
                body.setLength(0);
            } else if (!header && (Characters.BASE64.has(b) || b == '=')) {
                body.append((char) b);
            }
        }
        if (body.length() < BODY_MIN) {
            return Optional.empty();
        }
        Confidence confidence = wellFormed(body.toString()) ? Confidence.STRONG : Confidence.WEAK;
        return Optional.of(new Secret(kind(text, from, to, position), position, end, confidence));
    }

    /** Whether the body decodes to a DER sequence of its own length, to OpenSSH's magic, or to a packet of an OpenPGP key. */
    private static boolean wellFormed(String body) {
        String letters = body.replace("=", "");
        byte[] key = Base64.getDecoder().decode(letters.substring(0, letters.length() / 4 * 4));
        if (new String(key, 0, Math.min(14, key.length), StandardCharsets.ISO_8859_1).equals("openssh-key-v1")) {
            return true;
        }
        if ((key[0] & 0xfc) == 0x94 || key[0] == (byte) 0xc5) {
            return true; // a secret-key packet, in the old or the new form
        }
        int form = key[1] & 0xff;
        int length = form < 0x80
                ? form + 2
                : form == 0x81 ? (key[2] & 0xff) + 3 : ((key[2] & 0xff) << 8 | (key[3] & 0xff)) + 4;
        return key[0] == 0x30 && form <= 0x82 && length >= key.length && length < key.length + 4 + BODY_MAX;
    }

    /** A service account's JSON names its type near its key. */
    private static SecretKind kind(byte[] text, int from, int to, int position) {
        String near = latin(text, Math.max(from, position - 400), position)
                + latin(text, position, Math.min(to, position + 2600));
        return near.contains("\"service_account\"") ? SecretKind.GCP_SERVICE_ACCOUNT : SecretKind.PRIVATE_KEY;
    }

    private static String latin(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
