package io.casemate.scan.archive.stream;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/** All members of a gzip file one after the other, as gunzip joins them (RFC 1952); leaves the input behind the last. */
final class GzipMembers extends InputStream {
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int TEXT_MAX = 64 << 10;

    private final SegmentInput input;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] one = new byte[1];
    private boolean inside;
    private boolean first = true;

    GzipMembers(SegmentInput input) {
        this.input = input;
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (true) {
            if (!inside && !header()) {
                return -1;
            }
            int count = Zlib.inflate(inflater, input, buffer, target, offset, length);
            if (count > 0) {
                crc.update(target, offset, count);
                return count;
            }
            long stated = number(4);
            number(4);
            if (stated != crc.getValue()) {
                throw new IOException("its checksum is wrong");
            }
            inside = false;
        }
    }

    /** Reads the header of the next member; false where none follows, with the input left where it was. */
    private boolean header() throws IOException {
        long start = input.position();
        boolean magic = input.read() == 0x1f && input.read() == 0x8b && input.read() == 8;
        if (!magic) {
            input.seek(start);
            if (first) {
                throw new IOException("it has no header");
            }
            return false;
        }
        int flags = (int) number(1);
        number(4);
        number(2);
        if ((flags & EXTRA) != 0) {
            long length = number(2);
            input.skip(length);
        }
        if ((flags & NAME) != 0) {
            text();
        }
        if ((flags & COMMENT) != 0) {
            text();
        }
        if ((flags & HEADER_CRC) != 0) {
            number(2);
        }
        inflater.reset();
        crc.reset();
        first = false;
        inside = true;
        return true;
    }

    private void text() throws IOException {
        for (int i = 0; i < TEXT_MAX; i++) {
            if (number(1) == 0) {
                return;
            }
        }
        throw new IOException("its header holds an endless name");
    }

    private long number(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            int next = input.read();
            if (next < 0) {
                throw new IOException("it is cut off");
            }
            number |= (long) next << (8 * i);
        }
        return number;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
