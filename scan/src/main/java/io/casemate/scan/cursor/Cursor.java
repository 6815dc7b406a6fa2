package io.casemate.scan.cursor;

import io.casemate.scan.spi.Content;

/** Reads numbers and texts one after the other, none of which is believed: what does not fit into the file is {@link OutOfFile}. */
public final class Cursor {
    private final Content content;
    private final boolean wide;
    private final boolean bigEndian;
    private long at;

    /**
     * Reads from a place on.
     *
     * @param wide whether lengths and counts have eight bytes, else four
     * @param bigEndian whether the highest byte comes first
     */
    public Cursor(Content content, long at, boolean wide, boolean bigEndian) {
        this.content = content;
        this.at = at;
        this.wide = wide;
        this.bigEndian = bigEndian;
    }

    /** Where the next byte is read. */
    public long position() {
        return at;
    }

    /** Bytes that are left. */
    public long left() {
        return content.size() - at;
    }

    /** Four bytes, unsigned. */
    public long u32() {
        int value = content.i32(at);
        at += 4;
        return (bigEndian ? Integer.reverseBytes(value) : value) & 0xffff_ffffL;
    }

    /** Eight bytes, signed. */
    public long i64() {
        long value = content.i64(at);
        at += 8;
        return bigEndian ? Long.reverseBytes(value) : value;
    }

    /** A count or a length; above 2^63 it is negative. */
    public long length() {
        return wide ? i64() : u32();
    }

    /** A number that somebody will multiply with; throws {@link OutOfFile} unless that many items could follow. */
    public long count(long itemBytes, String ofWhat) {
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
    public String text(int keepMax) {
        long length = count(1, "bytes of a text");
        String text = content.text(at, (int) Math.min(length, keepMax));
        at += length;
        return text;
    }

    /** Goes on behind some bytes; throws {@link OutOfFile} where they are not there. */
    public void skip(long bytes) {
        if (bytes < 0 || bytes > left()) {
            throw new OutOfFile(at, "%d bytes are claimed, the file has %d left".formatted(bytes, left()));
        }
        at += bytes;
    }
}
