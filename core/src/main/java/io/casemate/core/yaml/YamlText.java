package io.casemate.core.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns the bytes of a file into text, or says why they are none. */
final class YamlText {
    /** The parser's time grows with the square of the length of a line. */
    private static final int LINE_MAX = 1_000_000;

    private final byte[] bytes;
    private final YamlProblems problems;

    YamlText(byte[] bytes, YamlProblems problems) {
        this.bytes = bytes;
        this.problems = problems;
    }

    /** The text; absent after a problem. */
    Optional<String> read() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return refuse(1, "starts with a byte order mark", "save it as UTF-8 without one");
        }
        if (startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE)) {
            return refuse(1, "is UTF-16", "save it as UTF-8");
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            var result = decoder.decode(in, text, true);
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            String found = "has the byte 0x%02X, which is not UTF-8".formatted(bytes[in.position()]);
            return refuse(line(in.position()), found, "save it as UTF-8");
        }
        return printable(text.flip().toString());
    }

    private Optional<String> printable(String text) {
        for (int i = 0, line = 1, start = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                start = i + 1;
            } else if (i - start >= LINE_MAX) {
                return refuse(line, "is longer than %d characters in one line".formatted(LINE_MAX), "break the line");
            } else if (!allowed(c)) {
                return refuse(line, "has the character U+%04X".formatted((int) c), "remove it: the file is to be text");
            }
        }
        return Optional.of(text);
    }

    /** The printable characters of YAML 1.2, section 5.1, without the byte order mark. */
    private static boolean allowed(char c) {
        return c == '\t'
                || c == '\r'
                || c == 0x85
                || (c >= 0x20 && c < 0x7F)
                || (c >= 0xA0 && c < 0xFFFE && c != 0xFEFF);
    }

    private Optional<String> refuse(int line, String what, String remedy) {
        problems.add(line, "", what, remedy);
        return Optional.empty();
    }

    private int line(int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private boolean startsWith(int... head) {
        for (int i = 0; i < head.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }
}
