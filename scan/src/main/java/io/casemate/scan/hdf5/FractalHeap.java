package io.casemate.scan.hdf5;

import io.casemate.scan.spi.Content;
import java.util.HashMap;
import java.util.Map;

/**
 * A fractal heap: objects of any size by id. Managed objects lie in blocks of doubling size, tiny ones in the id itself,
 * huge ones anywhere in the file.
 */
final class FractalHeap {
    private static final int DEPTH_MAX = 64;

    /** An object of the heap, and where it lies in the file. */
    record Piece(Content content, long offset) {}

    private final Hdf5File file;
    private final int idBytes;
    private final boolean checksummed;
    private final int offsetBytes;
    private final int sizeBytes;
    private final int width;
    private final long firstBlockBytes;
    private final long directBytesMax;
    private final long root;
    private final int rootRows;
    private final long hugeTree;
    private final Map<Long, Piece> huge = new HashMap<>();
    private boolean hugeRead;

    FractalHeap(Hdf5File file, long header) {
        this.file = file;
        Content content = file.content();
        file.expect(header, "FRHP");
        this.idBytes = content.u16(header + 5);
        int filterBytes = content.u16(header + 7);
        this.checksummed = (content.u8(header + 9) & 2) != 0;
        long managedMax = content.u32(header + 10);
        int l = file.lengthBytes();
        int a = file.addressBytes();
        this.hugeTree = file.address(header + 14 + l);
        long at = header + 14 + l + a + l + a + 8L * l;
        this.width = content.u16(at);
        this.firstBlockBytes = file.length(at + 2);
        this.directBytesMax = file.length(at + 2 + l);
        int addressBits = content.u16(at + 2 + 2L * l);
        this.root = file.address(at + 6 + 2L * l);
        this.rootRows = content.u16(at + 6 + 2L * l + a);
        this.offsetBytes = (addressBits + 7) / 8;
        this.sizeBytes = Math.min((log2(directBytesMax) + 7) / 8, log2(Math.max(1, managedMax)) / 8 + 1);
        if (filterBytes > 0) {
            throw new IndexOutOfBoundsException("a heap with filters at %d".formatted(header));
        }
        if (width == 0
                || Long.bitCount(firstBlockBytes) != 1
                || Long.bitCount(directBytesMax) != 1
                || offsetBytes > 8) {
            throw new IndexOutOfBoundsException("a heap of no sane sizes at %d".formatted(header));
        }
        file.read(header, at + 8 + 2L * l + a + 4 - header);
    }

    /** The object whose id stands at an offset of the file. */
    Piece object(long idAt) {
        int first = file.content().u8(idAt);
        return switch (first >> 4 & 3) {
            case 0 -> managed(file.number(idAt + 1, offsetBytes), file.number(idAt + 1 + offsetBytes, sizeBytes));
            case 1 -> huge(idAt);
            case 2 -> {
                boolean longIds = idBytes > 18;
                int length = (longIds ? (first & 0xf) << 8 | file.content().u8(idAt + 1) : first & 0xf) + 1;
                yield piece(idAt + (longIds ? 2 : 1), length);
            }
            default -> throw new IndexOutOfBoundsException("a heap id of no known kind at %d".formatted(idAt));
        };
    }

    private Piece piece(long offset, long length) {
        return new Piece(file.content().slice(offset, length), offset);
    }

    private Piece managed(long offset, long length) {
        long block = root;
        int rows = rootRows;
        long within = offset;
        long size = firstBlockBytes;
        for (int depth = 0; rows > 0; depth++) {
            if (depth > DEPTH_MAX || block == Hdf5File.UNDEFINED) {
                throw new IndexOutOfBoundsException("a heap block of an undefined address");
            }
            file.expect(block, "FHIB");
            long children = block + 5 + file.addressBytes() + offsetBytes;
            file.read(block, children - block + (long) rows * width * file.addressBytes() + 4);
            int row = 0;
            size = firstBlockBytes;
            while (within / width >= size && row < rows) {
                within -= size * width;
                size = row == 0 ? size : size * 2;
                row++;
            }
            if (row >= rows) {
                throw new IndexOutOfBoundsException("a heap object beyond the heap");
            }
            block = file.address(children + (row * (long) width + within / size) * file.addressBytes());
            within %= size;
            rows = size > directBytesMax ? log2(size) - log2(firstBlockBytes) - log2(width) + 1 : 0;
        }
        file.expect(block, "FHDB");
        file.read(block, 5L + file.addressBytes() + offsetBytes + (checksummed ? 4 : 0));
        file.read(block, size);
        return piece(block + within, length);
    }

    private Piece huge(long idAt) {
        int a = file.addressBytes();
        int l = file.lengthBytes();
        if (a + l <= idBytes - 1) {
            return piece(file.address(idAt + 1), file.length(idAt + 1 + a));
        }
        if (!hugeRead) {
            hugeRead = true;
            YoungTree.read(file, hugeTree, record -> {
                long key = file.number(record + a + l, l);
                file.inspection().spend(64);
                huge.put(key, piece(file.address(record), file.length(record + a)));
            });
        }
        long key = file.number(idAt + 1, Math.min(8, idBytes - 1));
        Piece piece = huge.get(key);
        if (piece == null) {
            throw new IndexOutOfBoundsException("a huge heap object of no known id");
        }
        file.read(piece.offset, piece.content.size());
        return piece;
    }

    private static int log2(long number) {
        return 63 - Long.numberOfLeadingZeros(Math.max(1, number));
    }
}
