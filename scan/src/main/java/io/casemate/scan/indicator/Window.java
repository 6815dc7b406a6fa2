package io.casemate.scan.indicator;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Bytes around a hit. Reading outside gives -1 or less text. */
final class Window {
    private final byte[] bytes;
    private final int length;

    Window(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /** The array itself. */
    byte[] bytes() {
        return bytes;
    }

    /** How many bytes of the array may be looked at. */
    int length() {
        return length;
    }

    int at(int position) {
        return position >= 0 && position < length ? bytes[position] & 0xff : -1;
    }

    /** Text from here, of at most so many bytes, as Latin-1. */
    String text(int from, int count) {
        int start = Math.clamp(from, 0, length);
        int end = Math.clamp((long) from + count, start, length);
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** The same in lower case. */
    String lower(int from, int count) {
        return text(from, count).toLowerCase(Locale.ROOT);
    }

    /** Text from here to the end of the line, of at most so many bytes. */
    String line(int from, int max) {
        String text = text(from, max);
        int end = 0;
        while (end < text.length() && text.charAt(end) >= ' ') {
            end++;
        }
        return text.substring(0, end);
    }
}
