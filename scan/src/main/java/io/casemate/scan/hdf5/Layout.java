package io.casemate.scan.hdf5;

import java.util.ArrayList;
import java.util.List;

/** Where the elements of a data set are. */
sealed interface Layout {
    /** In its header. */
    record Compact(long offset, long length) implements Layout {}

    /** In one piece; nowhere where the address is undefined. */
    record Contiguous(long address) implements Layout {}

    /**
     * In pieces of one shape.
     *
     * @param shape lengths of the dimensions of one piece, outermost first
     * @param index kind of the index, 0 for a B-tree of version 1, else as in version 4 of the message
     * @param address of the index, or of the only piece
     * @param storedBytes size of the only piece as stored where it is filtered, else 0
     */
    record Chunked(List<Long> shape, int index, long address, long storedBytes) implements Layout {
        public Chunked {
            shape = List.copyOf(shape);
        }
    }

    /** In other data sets, maybe of other files. */
    record Virtual(long mappingAt) implements Layout {}

    /** In a way that is not known. */
    record Unknown(int version, int kind) implements Layout {}

    static Layout read(Hdf5File file, Message message) {
        long at = message.offset();
        int version = file.content().u8(at);
        return switch (version) {
            case 1, 2 -> old(file, at);
            case 3, 4, 5 -> young(file, at, version);
            default -> new Unknown(version, -1);
        };
    }

    private static Layout old(Hdf5File file, long at) {
        int rank = file.content().u8(at + 1);
        int kind = file.content().u8(at + 2);
        long addressAt = at + 8;
        long sizes = kind == 0 ? addressAt : addressAt + file.addressBytes();
        long after = sizes + 4L * rank;
        return switch (kind) {
            case 0 -> new Compact(after + 4, file.content().u32(after));
            case 1 -> new Contiguous(file.address(addressAt));
            case 2 -> new Chunked(shape(file, sizes, 4, rank - 1), 0, file.address(addressAt), 0);
            default -> new Unknown(1, kind);
        };
    }

    private static Layout young(Hdf5File file, long at, int version) {
        int kind = file.content().u8(at + 1);
        return switch (kind) {
            case 0 -> new Compact(at + 4, file.content().u16(at + 2));
            case 1 -> new Contiguous(file.address(at + 2));
            case 2 -> version == 3 ? chunked(file, at) : indexed(file, at);
            case 3 -> new Virtual(at + 2);
            default -> new Unknown(version, kind);
        };
    }

    private static Layout chunked(Hdf5File file, long at) {
        int rank = file.content().u8(at + 2);
        long sizes = at + 3 + file.addressBytes();
        return new Chunked(shape(file, sizes, 4, rank - 1), 0, file.address(at + 3), 0);
    }

    private static Layout indexed(Hdf5File file, long at) {
        int flags = file.content().u8(at + 2);
        int rank = file.content().u8(at + 3);
        int sizeBytes = file.content().u8(at + 4);
        if (sizeBytes < 1 || sizeBytes > 8) {
            return new Unknown(4, 2);
        }
        long index = at + 5 + (long) sizeBytes * rank;
        int kind = file.content().u8(index);
        boolean filteredSingle = kind == 1 && (flags & 2) != 0;
        int parameters = switch (kind) {
            case 1 -> filteredSingle ? file.lengthBytes() + 4 : 0;
            case 3 -> 1;
            case 4 -> 5;
            case 5 -> 6;
            default -> 0;
        };
        long stored = filteredSingle ? file.length(index + 1) : 0;
        List<Long> shape = shape(file, at + 5, sizeBytes, rank - 1);
        return new Chunked(shape, kind, file.address(index + 1 + parameters), stored);
    }

    private static List<Long> shape(Hdf5File file, long at, int bytes, int rank) {
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            shape.add(file.number(at + (long) i * bytes, bytes));
        }
        return shape;
    }
}
