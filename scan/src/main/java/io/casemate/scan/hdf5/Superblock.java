package io.casemate.scan.hdf5;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;

/** The beginning of a file: at 0, or after a user block of 512, 1024, 2048... bytes. */
final class Superblock {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int USER_BLOCK_MAX = 1 << 24;

    private Superblock() {}

    /** Where the superblock stands, or -1. */
    static long find(Content content) {
        for (long at = 0; at < content.size() && at <= USER_BLOCK_MAX; at = at == 0 ? 512 : at * 2) {
            if (content.has(at, SIGNATURE)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the version is one that is known and the sizes are sane. */
    static boolean sane(Content content, long at) {
        if (at < 0 || at > content.size() - 24) {
            return false;
        }
        int version = content.u8(at + 8);
        int sizes = version < 2 ? 13 : 9;
        return version <= 3 && size(content.u8(at + sizes)) && size(content.u8(at + sizes + 1));
    }

    private static boolean size(int bytes) {
        return bytes == 2 || bytes == 4 || bytes == 8;
    }

    static Hdf5File read(Content content, Inspection inspection, long at) {
        return content.u8(at + 8) < 2 ? old(content, inspection, at) : young(content, inspection, at);
    }

    private static Hdf5File old(Content content, Inspection inspection, long at) {
        boolean second = content.u8(at + 8) == 1;
        int addressBytes = content.u8(at + 13);
        int lengthBytes = content.u8(at + 14);
        int chunks = second ? content.u16(at + 24) : 32;
        var trees = new Hdf5File.TreeSizes(2 * content.u16(at + 16), 2 * content.u16(at + 18), 2 * chunks);
        long addresses = at + (second ? 28 : 24);
        long entry = addresses + 4L * addressBytes;
        return open(content, inspection, trees, at, addressBytes, lengthBytes)
                .at(addresses, addresses + 2L * addressBytes, entry + addressBytes, entry + 2L * addressBytes + 24);
    }

    private static Hdf5File young(Content content, Inspection inspection, long at) {
        int addressBytes = content.u8(at + 9);
        var trees = new Hdf5File.TreeSizes(8, 32, 64);
        long end = at + 12 + 4L * addressBytes + 4;
        return open(content, inspection, trees, at, addressBytes, content.u8(at + 10))
                .at(at + 12, at + 12 + 2L * addressBytes, at + 12 + 3L * addressBytes, end);
    }

    private static Opening open(
            Content content,
            Inspection inspection,
            Hdf5File.TreeSizes trees,
            long at,
            int addressBytes,
            int lengthBytes) {
        return new Opening(
                new Hdf5File(content, inspection, new Extents(), trees, 0, addressBytes, lengthBytes, 0, 0), at);
    }

    /** A file of which only the sizes are known, to read its addresses with. */
    private record Opening(Hdf5File sizes, long start) {
        Hdf5File at(long baseAt, long endAt, long rootAt, long superblockEnd) {
            long stored = sizes.address(baseAt);
            long base = stored == 0 ? start : stored; // a user block that was put in front later moves the file
            var withBase = new Hdf5File(
                    sizes.content(),
                    sizes.inspection(),
                    sizes.extents(),
                    sizes.treeSizes(),
                    base,
                    sizes.addressBytes(),
                    sizes.lengthBytes(),
                    0,
                    0);
            long end = sizes.number(endAt, sizes.addressBytes());
            var file = new Hdf5File(
                    sizes.content(),
                    sizes.inspection(),
                    sizes.extents(),
                    sizes.treeSizes(),
                    base,
                    sizes.addressBytes(),
                    sizes.lengthBytes(),
                    withBase.address(rootAt),
                    end);
            file.read(start, superblockEnd - start);
            return file;
        }
    }
}
