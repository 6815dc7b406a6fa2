package io.casemate.scan.archive.zip;

import io.casemate.scan.spi.Content;

/** The extra field of a zip header: numbered blocks. */
record ZipExtra(Content content, long offset, long end) {
    static final int ZIP64 = 1;
    static final int UNICODE_NAME = 0x7075;

    /** Where the body of a block begins, or -1. */
    long find(int id) {
        for (long p = offset; p + 4 <= end; p += 4 + content.u16(p + 2)) {
            if (content.u16(p) == id && p + 4 + content.u16(p + 2) <= end) {
                return p + 4;
            }
        }
        return -1;
    }

    int length(long body) {
        return content.u16(body - 2);
    }

    /** The nth eight-byte number of the zip64 block, or -1. */
    long wide(int index) {
        long body = find(ZIP64);
        return body < 0 || 8L * (index + 1) > length(body) ? -1 : content.i64(body + 8L * index);
    }
}
