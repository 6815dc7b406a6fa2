package io.casemate.scan.hdf5;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;

/**
 * An open HDF5 file: the sizes of its numbers, where its root is, and which of its bytes were understood. Addresses are
 * offsets in the content, {@link #UNDEFINED} where the file says that there is nothing.
 *
 * @param base where the superblock stands; the file's own addresses count from there
 * @param addressBytes size of an address, 2 to 8
 * @param lengthBytes size of a length, 2 to 8
 * @param root address of the header of the root group
 * @param end where the file says it ends
 */
record Hdf5File(
        Content content,
        Inspection inspection,
        Extents extents,
        TreeSizes treeSizes,
        long base,
        int addressBytes,
        int lengthBytes,
        long root,
        long end) {
    static final long UNDEFINED = -1;

    /** Numbers of children that nodes of the file's trees have room for; they say how large a node is. */
    record TreeSizes(int symbols, int groups, int chunks) {}

    /** The address that stands at an offset. */
    long address(long at) {
        long value = number(at, addressBytes);
        long undefined = addressBytes == 8 ? -1 : (1L << (8 * addressBytes)) - 1;
        return value == undefined ? UNDEFINED : base + value;
    }

    /** The length that stands at an offset; one beyond 2^63 saturates. */
    long length(long at) {
        long value = number(at, lengthBytes);
        return value < 0 ? Long.MAX_VALUE : value;
    }

    /** An unsigned number of 1 to 8 bytes, little-endian. */
    long number(long at, int bytes) {
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << 8 | content.u8(at + i);
        }
        return value;
    }

    /** Says that bytes were understood. */
    void read(long offset, long length) {
        extents.add(offset, length);
        inspection.read(offset, length);
    }

    /** The same sizes over other bytes, to read numbers of what was unpacked. */
    Hdf5File with(Content other) {
        return new Hdf5File(other, inspection, extents, treeSizes, base, addressBytes, lengthBytes, root, end);
    }

    /** Demands a signature. */
    void expect(long at, String signature) {
        if (!content.has(at, signature)) {
            throw new IndexOutOfBoundsException("no '%s' at %d".formatted(signature, at));
        }
    }
}
