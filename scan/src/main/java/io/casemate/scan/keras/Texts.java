package io.casemate.scan.keras;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Texts of a configuration that are more than text: marshalled bytecode and pickles, in base64 or as raw bytes. */
final class Texts {
    /** What a text is. */
    enum Kind {
        PLAIN,
        CODE,
        PICKLE
    }

    private static final int SHORTEST = 24;
    private static final int CODE = 'c';
    private static final int CODE_WITH_REFERENCE = 0xe3;

    private final Content content;
    private final Inspection inspection;

    Texts(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    /** Hands on what a text holds, and says what that is. */
    Kind look(String text, String place, long offset) {
        if (text.length() < SHORTEST) {
            return Kind.PLAIN;
        }
        Optional<byte[]> decoded = mayHold(text) ? decoded(text) : Optional.empty();
        if (decoded.isPresent() && isCode(decoded.get())) {
            return code(decoded.get(), place, offset);
        }
        if (decoded.isPresent() && isPickle(decoded.get())) {
            handOn(decoded.get(), place + "!pickle");
            return Kind.PICKLE;
        }
        if (text.charAt(0) == CODE || text.charAt(0) == CODE_WITH_REFERENCE) {
            byte[] raw = text.getBytes(StandardCharsets.ISO_8859_1); // what versions before 2.0.4 wrote
            if (isCode(raw)) {
                return code(raw, place, offset);
            }
        }
        return Kind.PLAIN;
    }

    private Kind code(byte[] bytes, String place, long offset) {
        inspection.found(
                "keras/lambda", offset, "Python bytecode in the configuration, at %s".formatted(Snippet.quoted(place)));
        handOn(bytes, place + "!code");
        return Kind.CODE;
    }

    private void handOn(byte[] bytes, String name) {
        inspection.spend(bytes.length);
        String path = "%s!%s".formatted(content.name(), name);
        inspection.nested(Content.of(path, bytes), 0, 0);
    }

    /** Whether the first letters can be base64 of code, of a pickle or of a zip archive; blanks and junk are passed. */
    private static boolean mayHold(String text) {
        var head = new StringBuilder();
        for (int i = 0; i < text.length() && head.length() < 4; i++) {
            if (inAlphabet(text.charAt(i))) {
                head.append(text.charAt(i));
            }
        }
        String first = head.toString();
        return first.startsWith("Yw") || first.startsWith("4w") || first.startsWith("gA") || first.startsWith("UEsD");
    }

    /** Python's decoder passes over what is not of the alphabet, so this one does too. */
    private Optional<byte[]> decoded(String text) {
        inspection.spend(2L * text.length());
        var letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
            if (inAlphabet(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        letters.setLength(letters.length() % 4 == 1 ? letters.length() - 1 : letters.length());
        return letters.length() < SHORTEST
                ? Optional.empty()
                : Optional.of(Base64.getDecoder().decode(letters.toString()));
    }

    private static boolean inAlphabet(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    /** A code object begins with its type and at least four small numbers. */
    private static boolean isCode(byte[] bytes) {
        int type = bytes[0] & 0xff;
        return bytes.length > 17
                && (type == CODE || type == CODE_WITH_REFERENCE)
                && bytes[3] == 0
                && bytes[4] == 0
                && bytes[7] == 0
                && bytes[8] == 0;
    }

    private static boolean isPickle(byte[] bytes) {
        boolean pickle = (bytes[0] & 0xff) == 0x80 && bytes[1] >= 2 && bytes[1] <= 5;
        boolean archive = bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
        return pickle || archive;
    }
}
