package io.casemate.scan.hdf5;

import java.util.List;
import java.util.function.Consumer;

/** The pieces of a data set, found through whichever index it has. */
final class Chunks {
    private final Hdf5File file;
    private final Layout.Chunked layout;
    private final Dataspace space;
    private final long chunkBytes;
    private final boolean filtered;

    /** @param chunkBytes size of one piece before any filter */
    Chunks(Hdf5File file, Layout.Chunked layout, Dataspace space, long chunkBytes, boolean filtered) {
        this.file = file;
        this.layout = layout;
        this.space = space;
        this.chunkBytes = chunkBytes;
        this.filtered = filtered;
    }

    /** Gives each piece that is stored; false where the index is of a kind that is not read. */
    boolean each(Consumer<Chunk> chunks) {
        if (layout.address() == Hdf5File.UNDEFINED) {
            return true;
        }
        switch (layout.index()) {
            case 0 -> oldTree(chunks);
            case 1 ->
                chunks.accept(
                        new Chunk(layout.address(), layout.storedBytes() > 0 ? layout.storedBytes() : chunkBytes, 0));
            case 2 -> inARow(layout.address(), pieces(), chunks);
            case 3 -> fixedArray(chunks);
            case 4 -> extensibleArray(chunks);
            case 5 -> youngTree(chunks);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void oldTree(Consumer<Chunk> chunks) {
        int keyBytes = 8 + 8 * (layout.shape().size() + 1);
        OldTree.read(
                file,
                layout.address(),
                keyBytes,
                file.treeSizes().chunks(),
                (key, child) -> chunks.accept(
                        new Chunk(child, file.content().u32(key), file.content().i32(key + 4))));
    }

    private void youngTree(Consumer<Chunk> chunks) {
        int recordBytes = file.content().u16(layout.address() + 10);
        int offsets = 8 * layout.shape().size();
        int sizeBytes = recordBytes - file.addressBytes() - 4 - offsets;
        YoungTree.read(file, layout.address(), record -> entry(record, filtered ? sizeBytes : 0, chunks));
    }

    private void fixedArray(Consumer<Chunk> chunks) {
        long header = layout.address();
        file.expect(header, "FAHD");
        boolean sized = file.content().u8(header + 5) == 1;
        int entryBytes = file.content().u8(header + 6);
        int pageBits = file.content().u8(header + 7);
        long entries = file.length(header + 8);
        long block = file.address(header + 8 + file.lengthBytes());
        file.read(header, 12L + file.lengthBytes() + file.addressBytes());
        if (block == Hdf5File.UNDEFINED || entryBytes == 0 || pageBits > 32) {
            return;
        }
        file.expect(block, "FADB");
        long page = 1L << pageBits;
        long pages = entries > page ? (entries - 1) / page + 1 : 0;
        long at = block + 6 + file.addressBytes() + (pages > 0 ? (pages + 7) / 8 + 4 : 0);
        int sizeBytes = sized ? entryBytes - file.addressBytes() - 4 : 0;
        for (long i = 0; i < entries; i++) {
            if (pages > 0 && i > 0 && i % page == 0) {
                at += 4; // the checksum of a page
            }
            if (i % 1024 == 0) {
                file.inspection().step();
            }
            entry(at, sizeBytes, chunks);
            at += entryBytes;
        }
        file.read(block, at + 4 - block);
    }

    private void extensibleArray(Consumer<Chunk> chunks) {
        long header = layout.address();
        boolean sized = file.content().u8(header + 5) == 1;
        int sizeBytes = sized ? file.content().u8(header + 6) - file.addressBytes() - 4 : 0;
        ExtensibleArray.read(file, header, entry -> entry(entry, sizeBytes, chunks));
    }

    private void entry(long at, int sizeBytes, Consumer<Chunk> chunks) {
        long address = file.address(at);
        if (address == Hdf5File.UNDEFINED) {
            return;
        }
        boolean sized = sizeBytes > 0 && sizeBytes <= 8;
        long size = sized ? file.number(at + file.addressBytes(), sizeBytes) : chunkBytes;
        int skipped = sized ? file.content().i32(at + file.addressBytes() + sizeBytes) : 0;
        chunks.accept(new Chunk(address, size, skipped));
    }

    private void inARow(long address, long count, Consumer<Chunk> chunks) {
        long at = address;
        for (long i = 0; i < count && at <= file.content().size() - chunkBytes; i++) {
            if (i % 1024 == 0) {
                file.inspection().step();
            }
            chunks.accept(new Chunk(at, chunkBytes, 0));
            at += chunkBytes;
        }
    }

    private long pieces() {
        long pieces = 1;
        List<Long> shape = layout.shape();
        for (int i = 0; i < shape.size() && i < space.shape().size(); i++) {
            long length = Math.max(1, shape.get(i));
            long along = (space.shape().get(i) + length - 1) / length;
            pieces = Math.min(
                    file.content().size(), pieces * Math.min(file.content().size(), along));
        }
        return pieces;
    }
}
