package io.casemate.scan.gguf;

import io.casemate.scan.spi.Content;

/** Reads numbers and texts one after the other; in version 1 lengths have four bytes, later eight. */
final class GgufCursor {
    private final Content content;
    private final boolean wide;
    private final boolean bigEndian;
    private long at;

    GgufCursor(Content content, long at, boolean wide, boolean bigEndian) {
        this.content = content;
        this.at = at;
        this.wide = wide;
        this.bigEndian = bigEndian;
    }

    long position() {
        return at;
    }

    /** Bytes that are left. */
    long left() {
        return content.size() - at;
    }

    long u32() {
        int value = content.i32(at);
        at += 4;
        return (bigEndian ? Integer.reverseBytes(value) : value) & 0xffff_ffffL;
    }

    long i64() {
        long value = content.i64(at);
        at += 8;
        return bigEndian ? Long.reverseBytes(value) : value;
    }

    /** A count or a length; above 2^63 it is negative. */
    long length() {
        return wide ? i64() : u32();
    }

    /** A number that somebody will multiply with; throws {@link OutOfFile} unless that many items could follow. */
    long count(long itemBytes, String ofWhat) {
        long place = at;
        long count = length();
        if (count < 0 || count > left() / itemBytes) {
            throw new OutOfFile(
                    place,
                    "%s %s are claimed, the file has %d bytes left"
                            .formatted(Long.toUnsignedString(count), ofWhat, left()));
        }
        return count;
    }

    /** A text, of which some bytes are kept. */
    String text(int keepMax) {
        long length = count(1, "bytes of a text");
        String text = content.text(at, (int) Math.min(length, keepMax));
        at += length;
        return text;
    }

    void skip(long bytes) {
        if (bytes < 0 || bytes > left()) {
            throw new OutOfFile(at, "%d bytes are claimed, the file has %d left".formatted(bytes, left()));
        }
        at += bytes;
    }
}
