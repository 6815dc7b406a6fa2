package io.casemate.text.secret;

/**
 * Where a secret stands in a text. It does not hold the secret.
 *
 * @param start where it begins
 * @param end where it ends, exclusive
 */
public record Secret(SecretKind kind, int start, int end, Confidence confidence) {
    private static final int SHOWN = 4;
    private static final int SHOWN_LENGTH_MIN = 16;

    public Secret {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("need 0 <= start < end, got %d and %d".formatted(start, end));
        }
    }

    public boolean strong() {
        return confidence == Confidence.STRONG;
    }

    /** What may be shown of it: its first four characters and its length; of a short one only the length. */
    public String redacted(byte[] text) {
        int length = end - start;
        var shown = new StringBuilder();
        for (int i = start; i < start + SHOWN && length >= SHOWN_LENGTH_MIN; i++) {
            shown.append(text[i] > ' ' && text[i] < 0x7f ? (char) text[i] : '?');
        }
        return shown.append("… (").append(length).append(" characters)").toString();
    }
}
