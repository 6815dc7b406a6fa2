package io.casemate.scan.hdf5;

import io.casemate.scan.spi.Content;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values of variable length: collections of numbered objects. The last few collections are kept indexed. */
final class GlobalHeap {
    private static final int COLLECTIONS_KEPT = 16;
    private static final int OBJECTS_MAX = 1 << 16;

    private final Hdf5File file;
    private final Map<Long, Map<Integer, FractalHeap.Piece>> collections = new LinkedHashMap<>();

    GlobalHeap(Hdf5File file) {
        this.file = file;
    }

    /** The object that a reference names: an address of a collection and the number in it. */
    FractalHeap.Piece object(Content references, long referenceAt) {
        long address = file.with(references).address(referenceAt);
        int index = references.i32(referenceAt + file.addressBytes());
        if (address == Hdf5File.UNDEFINED || address == file.base()) {
            return new FractalHeap.Piece(file.content().slice(0, 0), 0);
        }
        Map<Integer, FractalHeap.Piece> objects = collections.get(address);
        if (objects == null) {
            objects = collection(address);
            if (collections.size() >= COLLECTIONS_KEPT) {
                collections.remove(collections.keySet().iterator().next());
            }
            collections.put(address, objects);
        }
        FractalHeap.Piece piece = objects.get(index);
        if (piece == null) {
            throw new IndexOutOfBoundsException("no object %d in the heap at %d".formatted(index, address));
        }
        return piece;
    }

    private Map<Integer, FractalHeap.Piece> collection(long address) {
        file.expect(address, "GCOL");
        Map<Integer, FractalHeap.Piece> objects = new LinkedHashMap<>();
        Content content = file.content();
        int head = 8 + file.lengthBytes();
        long size = file.length(address + 8);
        long end = Math.min(content.size(), address + Math.min(size, content.size()));
        file.read(address, end - address);
        long at = address + head;
        while (at + head <= end && objects.size() < OBJECTS_MAX) {
            file.inspection().step();
            int index = content.u16(at);
            long length = file.length(at + 8);
            if (index == 0) {
                break; // the rest is free
            }
            objects.put(index, new FractalHeap.Piece(content.slice(at + head, length), at + head));
            at += head + (length + 7) / 8 * 8;
        }
        return objects;
    }
}
