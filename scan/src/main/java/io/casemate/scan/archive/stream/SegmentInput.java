package io.casemate.scan.archive.stream;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A stream over bytes in memory that knows where it is. */
public final class SegmentInput extends InputStream {
    /** What a decoder over it may take, in KiB: xz at its highest level needs 65 MiB. */
    public static final int DECODER_KIB = 80 << 10;

    private final MemorySegment bytes;
    private long position;

    public SegmentInput(MemorySegment bytes) {
        this.bytes = bytes;
    }

    /** How many bytes were taken. */
    public long position() {
        return position;
    }

    /** All there is. */
    MemorySegment bytes() {
        return bytes;
    }

    /** Goes on from there. */
    void seek(long to) {
        position = to;
    }

    @Override
    public int read() {
        return position == bytes.byteSize() ? -1 : bytes.get(ValueLayout.JAVA_BYTE, position++) & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        int count = (int) Math.min(length, bytes.byteSize() - position);
        if (count <= 0) {
            return -1;
        }
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.clamp(count, 0, bytes.byteSize() - position);
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, bytes.byteSize() - position);
    }
}
