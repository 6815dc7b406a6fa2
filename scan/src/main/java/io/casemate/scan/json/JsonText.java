package io.casemate.scan.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One text or number of JSON: unescaped, and kept up to a length. */
final class JsonText {
    private final ByteWindow bytes;
    private final int keepMax;
    private byte[] buffer = new byte[64];
    private int length;
    private boolean complete;
    private String kept = "";
    private boolean decoded;

    JsonText(ByteWindow bytes, int keepMax) {
        this.bytes = bytes;
        this.keepMax = keepMax;
    }

    String kept() {
        if (!decoded) {
            kept = new String(buffer, 0, length, StandardCharsets.UTF_8);
            decoded = true;
        }
        return kept;
    }

    boolean complete() {
        return complete;
    }

    void set(String text) {
        kept = text;
        decoded = true;
        complete = true;
    }

    /** Reads what stands after the opening quote, and the closing one. */
    void read() {
        begin();
        while (true) {
            int c = bytes.take();
            if (c == '"') {
                return;
            } else if (c == '\\') {
                escaped();
            } else if (c < 0x20) {
                throw new BrokenJson(
                        bytes.position(), c < 0 ? "a text has no end" : "a text holds a control character");
            } else {
                put(c);
            }
        }
    }

    /** Reads the characters of a number; whether they make one is for the caller. */
    void readNumber(int first) {
        begin();
        put(first);
        for (int c = bytes.peek(); isOfNumber(c); c = bytes.peek()) {
            if (length > 400) {
                throw new BrokenJson(bytes.position(), "a number has more than 400 digits");
            }
            put(bytes.take());
        }
    }

    private static boolean isOfNumber(int c) {
        return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
    }

    private void begin() {
        length = 0;
        complete = true;
        decoded = false;
    }

    private void escaped() {
        int c = bytes.take();
        switch (c) {
            case '"', '\\', '/' -> put(c);
            case 'b' -> put('\b');
            case 'f' -> put('\f');
            case 'n' -> put('\n');
            case 'r' -> put('\r');
            case 't' -> put('\t');
            case 'u' -> putPoint(point());
            default -> throw new BrokenJson(bytes.position(), "a text holds an unknown escape");
        }
    }

    /** A code point; two escapes that are halves of a surrogate pair make one. */
    private int point() {
        int high = hex();
        if (Character.isHighSurrogate((char) high) && bytes.peek() == '\\' && bytes.peekSecond() == 'u') {
            bytes.take();
            bytes.take();
            int low = hex();
            if (Character.isLowSurrogate((char) low)) {
                return Character.toCodePoint((char) high, (char) low);
            }
            putPoint(high);
            return low;
        }
        return high;
    }

    private int hex() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(bytes.take(), 16);
            if (digit < 0) {
                throw new BrokenJson(bytes.position(), "a text holds a broken escape");
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private void putPoint(int point) {
        if (point < 0x80) {
            put(point);
        } else {
            for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                put(b & 0xff);
            }
        }
    }

    private void put(int c) {
        if (length == keepMax) {
            complete = false;
            return;
        }
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(keepMax, buffer.length * 2));
        }
        buffer[length++] = (byte) c;
    }
}
