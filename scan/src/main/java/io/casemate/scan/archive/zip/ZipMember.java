package io.casemate.scan.archive.zip;

/**
 * One member of a zip.
 *
 * @param name its name, with its folders
 * @param flags general purpose bits, as in APPNOTE 4.4.4
 * @param method how it is compressed, as in APPNOTE 4.4.5
 * @param crc its CRC-32 as stated
 * @param packed how many bytes it takes as stored
 * @param size how many bytes it has unpacked, as stated
 * @param header where its local header begins
 * @param data where its bytes begin; -1 where there is no local header
 * @param mode its Unix mode, 0 where none is stated
 */
public record ZipMember(
        String name, int flags, int method, long crc, long packed, long size, long header, long data, int mode) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1;
    private static final int DESCRIPTOR = 8;
    private static final int STRONG = 0x40;
    private static final int TYPE = 0xf000;
    private static final int LINK = 0xa000;

    /** Whether its bytes stand in the archive as they are. */
    public boolean stored() {
        return method == STORED;
    }

    /** Whether it stands for a folder. */
    public boolean folder() {
        return name.endsWith("/") && size == 0;
    }

    boolean encrypted() {
        return (flags & (ENCRYPTED | STRONG)) != 0;
    }

    boolean descriptor() {
        return (flags & DESCRIPTOR) != 0;
    }

    boolean link() {
        return (mode & TYPE) == LINK;
    }

    /** Where its bytes end. */
    long end() {
        return data + packed;
    }

    ZipMember at(long newData) {
        return new ZipMember(name, flags, method, crc, packed, size, header, newData, mode);
    }

    ZipMember packedBy(int otherMethod) {
        return new ZipMember(name, flags, otherMethod, crc, packed, size, header, data, mode);
    }
}
