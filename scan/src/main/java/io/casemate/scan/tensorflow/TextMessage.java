package io.casemate.scan.tensorflow;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;

/** Fields with texts and with messages of protobuf's text form, one after the other (protobuf.dev, Text Format). */
final class TextMessage {
    private static final int TEXT_MAX = 512;

    private final Content content;
    private final long end;
    private final Inspection inspection;
    private long at;
    private long offset;
    private String field = "";
    private String value = "";
    private boolean opens;

    TextMessage(Content content, long end, Inspection inspection) {
        this.content = content;
        this.end = end;
        this.inspection = inspection;
    }

    /** Moves on to the next text or opening brace; false at the end. */
    boolean next() {
        opens = false;
        String word = "";
        while (at < end) {
            if ((at & 0xfff) == 0) {
                inspection.step();
            }
            int c = content.u8(at);
            if (c == '#') {
                comment();
            } else if (c == '"' || c == '\'') {
                offset = at;
                field = word;
                value = texts();
                return true;
            } else if (c == '{' || c == '<') {
                at++;
                field = word;
                opens = true;
                return true;
            } else if (isWord(c)) {
                word = word();
            } else {
                at++;
            }
        }
        return false;
    }

    /** Whether a message begins here, and no text. */
    boolean opens() {
        return opens;
    }

    String field() {
        return field;
    }

    /** The text, without its quotes and escapes; its beginning where it is long. */
    String value() {
        return value;
    }

    long offset() {
        return offset;
    }

    private void comment() {
        while (at < end && content.u8(at) != '\n') {
            at++;
        }
    }

    private static boolean isWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
    }

    private String word() {
        var word = new StringBuilder();
        while (at < end && isWord(content.u8(at))) {
            if (word.length() < TEXT_MAX) {
                word.append((char) content.u8(at));
            }
            at++;
        }
        return word.toString();
    }

    /** Texts that follow each other are one. */
    private String texts() {
        var text = new StringBuilder();
        while (at < end && (content.u8(at) == '"' || content.u8(at) == '\'')) {
            text(content.u8(at++), text);
            while (at < end && " \t\r\n".indexOf(content.u8(at)) >= 0) {
                at++;
            }
        }
        return text.toString();
    }

    private void text(int quote, StringBuilder text) {
        while (at < end && content.u8(at) != quote) {
            if ((at & 0xfff) == 0) {
                inspection.step();
            }
            int c = content.u8(at++);
            int meant = c == '\\' && at < end ? escaped() : c;
            if (text.length() < TEXT_MAX) {
                text.append((char) meant);
            }
        }
        at++;
    }

    /** Octal and hexadecimal escapes, and those of one letter. */
    private int escaped() {
        int c = content.u8(at++);
        if (c == 'x' || c == 'X') {
            return digits(16, 2);
        }
        if (c >= '0' && c <= '7') {
            at--;
            return digits(8, 3);
        }
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }

    private int digits(int radix, int most) {
        int value = 0;
        for (int i = 0; i < most && at < end; i++) {
            int digit = Character.digit(content.u8(at), radix);
            if (digit < 0) {
                break;
            }
            value = value * radix + digit;
            at++;
        }
        return value & 0xff;
    }
}
