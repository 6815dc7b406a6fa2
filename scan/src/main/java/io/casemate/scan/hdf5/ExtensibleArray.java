package io.casemate.scan.hdf5;

import java.util.function.LongConsumer;

/**
 * An array that grows, the index of data sets with one unlimited dimension: an index block, then data blocks of doubling
 * size, the later ones found through super blocks.
 */
final class ExtensibleArray {
    private static final int BITS_MAX = 62;

    private final Hdf5File file;
    private final LongConsumer entries;
    private final int entryBytes;
    private final int bits;
    private final int blockEntriesMin;
    private final long pageEntries;
    private final int offsetBytes;

    private ExtensibleArray(Hdf5File file, long header, LongConsumer entries) {
        this.file = file;
        this.entries = entries;
        this.entryBytes = file.content().u8(header + 6);
        this.bits = file.content().u8(header + 7);
        this.blockEntriesMin = Math.max(1, file.content().u8(header + 9));
        this.pageEntries = 1L << Math.min(BITS_MAX, file.content().u8(header + 11));
        this.offsetBytes = (bits + 7) / 8;
        if (entryBytes == 0 || bits > BITS_MAX) {
            throw new IndexOutOfBoundsException("an array of no sane sizes at %d".formatted(header));
        }
    }

    /** Gives the offset of each entry. */
    static void read(Hdf5File file, long header, LongConsumer entries) {
        file.expect(header, "EAHD");
        long addressAt = header + 12 + 6L * file.lengthBytes();
        file.read(header, addressAt + file.addressBytes() + 4 - header);
        long block = file.address(addressAt);
        if (block != Hdf5File.UNDEFINED) {
            new ExtensibleArray(file, header, entries)
                    .indexBlock(
                            block,
                            file.content().u8(header + 8),
                            Math.max(1, file.content().u8(header + 10)));
        }
    }

    private void indexBlock(long block, int ownEntries, int pointersMin) {
        file.expect(block, "EAIB");
        long at = block + 6 + file.addressBytes();
        at = run(at, ownEntries);
        int superBlocks = 1 + Math.max(0, bits - log2(blockEntriesMin));
        int first = 2 * log2(pointersMin);
        for (int level = 0; level < first && level < superBlocks; level++) {
            for (long i = 0; i < blocks(level); i++) {
                dataBlock(file.address(at), blockEntries(level));
                at += file.addressBytes();
            }
        }
        for (int level = first; level < superBlocks; level++) {
            superBlock(file.address(at), level);
            at += file.addressBytes();
        }
        file.read(block, at + 4 - block);
    }

    private void superBlock(long block, int level) {
        if (block == Hdf5File.UNDEFINED) {
            return;
        }
        file.expect(block, "EASB");
        long blocks = blocks(level);
        long pages = blockEntries(level) > pageEntries ? blockEntries(level) / pageEntries : 0;
        long at = block + 6 + file.addressBytes() + offsetBytes + blocks * ((pages + 7) / 8);
        for (long i = 0; i < blocks; i++) {
            dataBlock(file.address(at), blockEntries(level));
            at += file.addressBytes();
        }
        file.read(block, at + 4 - block);
    }

    private void dataBlock(long block, long count) {
        file.inspection().step();
        if (block == Hdf5File.UNDEFINED) {
            return;
        }
        file.expect(block, "EADB");
        long at = block + 6 + file.addressBytes() + offsetBytes;
        if (count <= pageEntries) {
            at = run(at, count);
        } else {
            for (long page = 0; page < count / pageEntries; page++) {
                at = run(at + 4, pageEntries);
            }
        }
        file.read(block, at + 4 - block);
    }

    private long run(long from, long count) {
        long at = from;
        for (long i = 0; i < count; i++) {
            if (i % 1024 == 0) {
                file.inspection().step();
            }
            entries.accept(at);
            at += entryBytes;
        }
        return at;
    }

    private static long blocks(int level) {
        return 1L << (level / 2);
    }

    private long blockEntries(int level) {
        return (1L << ((level + 1) / 2)) * blockEntriesMin;
    }

    private static int log2(int number) {
        return 31 - Integer.numberOfLeadingZeros(Math.max(1, number));
    }
}
