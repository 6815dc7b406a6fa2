package io.casemate.scan.archive.zip;

import io.casemate.scan.spi.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An end record of a zip: where the central directory lies. Fields as in PKWARE's APPNOTE 4.3.14 to 4.3.16.
 *
 * @param offset where this record begins
 * @param end where it ends with its comment, which may be beyond the content where the comment's length lies
 * @param directory where the central directory begins in the content
 * @param directoryBytes how long it says to be
 * @param entries how many entries it says to have
 * @param shift what has to be added to the offsets in the directory, because something was put in front
 * @param honest whether the record and its zip64 twin agree
 */
record ZipEnd(long offset, long end, long directory, long directoryBytes, long entries, long shift, boolean honest) {
    static final int MIN_BYTES = 22;
    private static final int COMMENT_MAX = 0xffff;
    private static final String SIGNATURE = "PK\5\6";
    private static final String LOCATOR = "PK\6\7";
    private static final String ZIP64 = "PK\6\6";
    private static final String ENTRY = "PK\1\2";

    /** Whether the record ends where the content ends. */
    boolean closes(Content content) {
        return end == content.size();
    }

    /** Where the directory and its end records begin to be of no more use to anybody but readers of this record. */
    long directoryEnd() {
        return directory + directoryBytes;
    }

    /** Every record in reach of a reader that looks for one from the end, last first; those whose directory is not there are left out. */
    static List<ZipEnd> all(Content content) {
        int length = (int) Math.min(content.size(), MIN_BYTES + COMMENT_MAX);
        long start = content.size() - length;
        var found = new ArrayList<ZipEnd>();
        byte[] tail = content.copy(start, length);
        for (int i = length - MIN_BYTES; i >= 0; i--) {
            if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                at(content, start + i).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Whether a record ends exactly where the content ends. */
    static boolean closing(Content content) {
        long plain = content.size() - MIN_BYTES;
        if (content.has(plain, SIGNATURE) && content.u16(plain + 20) == 0) {
            return at(content, plain).isPresent();
        }
        return all(content).stream().anyMatch(end -> end.closes(content));
    }

    private static Optional<ZipEnd> at(Content content, long offset) {
        long entries = content.u16(offset + 10);
        long bytes = content.u32(offset + 12);
        long stated = content.u32(offset + 16);
        boolean honest = true;
        long before = offset;
        long zip64 = zip64(content, offset);
        if (zip64 >= 0) {
            honest = agree(entries, 0xffff, content.i64(zip64 + 32))
                    && agree(bytes, 0xffff_ffffL, content.i64(zip64 + 40))
                    && agree(stated, 0xffff_ffffL, content.i64(zip64 + 48));
            entries = content.i64(zip64 + 32);
            bytes = content.i64(zip64 + 40);
            stated = content.i64(zip64 + 48);
            before = zip64;
        }
        if (bytes < 0 || stated < 0 || entries < 0 || bytes > before) {
            return Optional.empty();
        }
        long end = offset + MIN_BYTES + content.u16(offset + 20);
        if (bytes == 0 && entries == 0) {
            return Optional.of(new ZipEnd(offset, end, before, 0, 0, 0, honest));
        }
        if (content.has(before - bytes, ENTRY)) {
            return Optional.of(
                    new ZipEnd(offset, end, before - bytes, bytes, entries, before - bytes - stated, honest));
        }
        return content.has(stated, ENTRY) && stated < before
                ? Optional.of(new ZipEnd(offset, end, stated, before - stated, entries, 0, false))
                : Optional.empty();
    }

    private static long zip64(Content content, long offset) {
        long locator = offset - 20;
        if (!content.has(locator, LOCATOR)) {
            return -1;
        }
        long stated = content.i64(locator + 8);
        if (stated >= 0 && stated <= locator - 56 && content.has(stated, ZIP64)) {
            return stated;
        }
        return content.has(locator - 56, ZIP64) ? locator - 56 : -1;
    }

    private static boolean agree(long narrow, long saturated, long wide) {
        return narrow == saturated || narrow == wide;
    }
}
