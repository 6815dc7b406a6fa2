package io.casemate.scan.json;

import io.casemate.scan.spi.Content;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Bytes one after the other, through a small window of heap. */
final class ByteWindow {
    private static final int SIZE = 16 << 10;

    private final MemorySegment bytes;
    private final long to;
    private final byte[] window;
    private long windowStart;
    private int windowLength;
    private int at;

    ByteWindow(Content content, long from, long to) {
        this.bytes = content.bytes();
        this.to = Math.min(to, content.size());
        this.windowStart = from;
        this.window = new byte[Math.clamp(to - from, 1, SIZE)];
    }

    long position() {
        return windowStart + at;
    }

    /** The next byte, which stays; -1 at the end. */
    int peek() {
        return at < windowLength || filled() ? window[at] & 0xff : -1;
    }

    /** The byte after the next one; -1 at the end. */
    int peekSecond() {
        long second = position() + 1;
        return second < to ? bytes.get(ValueLayout.JAVA_BYTE, second) & 0xff : -1;
    }

    /** The next byte, which is passed; -1 at the end. */
    int take() {
        if (at < windowLength || filled()) {
            return window[at++] & 0xff;
        }
        return -1;
    }

    /** Passes blanks; the byte after them stays. */
    int skipBlanks() {
        int c = peek();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            at++;
            c = peek();
        }
        return c;
    }

    private boolean filled() {
        windowStart += at;
        at = 0;
        windowLength = Math.clamp(to - windowStart, 0, window.length);
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, windowStart, window, 0, windowLength);
        return windowLength > 0;
    }
}
