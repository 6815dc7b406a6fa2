package io.casemate.scan.archive.zip;

import io.casemate.scan.spi.Content;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A local header: what a reader sees that goes through a zip from its beginning. APPNOTE 4.3.7.
 *
 * @param packed bytes as stored; -1 where it does not say
 * @param size bytes unpacked; -1 where it does not say
 * @param rawName its name, a character for each byte
 */
record ZipLocal(long offset, int flags, int method, long crc, long packed, long size, String rawName, long data) {
    static final int MIN_BYTES = 30;
    private static final long SATURATED = 0xffff_ffffL;
    private static final int UTF8 = 0x800;
    private static final char REPLACEMENT = 0xfffd;
    private static final int VERSION_MAX = 63;
    private static final int METHOD_MAX = 99;
    private static final Charset CP437 =
            Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    /** The header at an offset, if one is there. */
    static Optional<ZipLocal> at(Content content, long offset) {
        if (offset < 0 || offset > content.size() - MIN_BYTES || !content.has(offset, "PK\3\4")) {
            return Optional.empty();
        }
        int nameBytes = content.u16(offset + 26);
        int extraBytes = content.u16(offset + 28);
        long data = offset + MIN_BYTES + nameBytes + extraBytes;
        if (data > content.size()) {
            return Optional.empty();
        }
        int flags = content.u16(offset + 6);
        long packed = content.u32(offset + 18);
        long size = content.u32(offset + 22);
        var extra = new ZipExtra(content, data - extraBytes, data);
        if (size == SATURATED) {
            size = extra.wide(0);
        }
        if (packed == SATURATED) {
            packed = extra.wide(1);
        }
        boolean later = (flags & 8) != 0;
        return Optional.of(new ZipLocal(
                offset,
                flags,
                content.u16(offset + 8),
                content.u32(offset + 14),
                later && packed == 0 ? -1 : packed,
                later && size == 0 ? -1 : size,
                content.text(offset + MIN_BYTES, nameBytes, StandardCharsets.ISO_8859_1),
                data));
    }

    /** Whether this looks like a header and not like chance. */
    boolean plausible(Content content) {
        return !rawName.isEmpty()
                && (content.u16(offset + 4) & 0xff) <= VERSION_MAX
                && method <= METHOD_MAX
                && packed <= content.size() - data;
    }

    /** The member that it describes by itself. */
    ZipMember member(long limit) {
        long length = packed < 0 ? limit - data : packed;
        return new ZipMember(name(), flags, method, crc, length, size, offset, data, 0);
    }

    String name() {
        return text(rawName.getBytes(StandardCharsets.ISO_8859_1), flags);
    }

    boolean named(byte[] other) {
        return rawName.equals(new String(other, StandardCharsets.ISO_8859_1));
    }

    /** A name as text: UTF-8 where it is, flagged or not, as most writers make it; else the code page of the first zips. */
    static String text(byte[] name, int flags) {
        String text = new String(name, StandardCharsets.UTF_8);
        return (flags & UTF8) != 0 || text.indexOf(REPLACEMENT) < 0 ? text : new String(name, CP437);
    }
}
