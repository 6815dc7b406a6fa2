package io.casemate.core.evidence.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream at its newlines; stands on one line at a time. Memory is bounded: of a line beyond the limit only the
 * length is kept.
 */
final class LineSplitter {
    private final InputStream in;
    private final int bytesMax;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int position;
    private int filled;
    private long length;
    private boolean ended;

    LineSplitter(InputStream in, int bytesMax) {
        this.in = in;
        this.bytesMax = bytesMax;
    }

    /** Goes to the next line; false at the end of the stream. A last line without newline is one if it has a byte. */
    boolean advance() throws IOException {
        content.reset();
        length = 0;
        ended = false;
        while (!ended && (position < filled || fill())) {
            take();
        }
        return ended || length > 0;
    }

    /** The contents of the line without the newline; empty where it {@link #isTooLong}. */
    byte[] bytes() {
        return content.toByteArray();
    }

    /** Length of the line in bytes, without the newline. */
    long length() {
        return length;
    }

    boolean isTooLong() {
        return length > bytesMax;
    }

    /** Whether a newline follows. */
    boolean ended() {
        return ended;
    }

    private void take() {
        int start = position;
        while (position < filled && buffer[position] != '\n') {
            position++;
        }
        length += position - start;
        if (isTooLong()) {
            content.reset();
        } else {
            content.write(buffer, start, position - start);
        }
        if (position < filled) {
            position++;
            ended = true;
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
