package io.casemate.scan.hdf5;

import java.util.ArrayList;
import java.util.List;

/**
 * How many elements there are.
 *
 * @param shape lengths of the dimensions, outermost first; none for a scalar
 * @param empty whether there is no element at all
 */
record Dataspace(List<Long> shape, boolean empty) {
    private static final int RANK_MAX = 32;

    Dataspace {
        shape = List.copyOf(shape);
    }

    static Dataspace read(Hdf5File file, long at) {
        int version = file.content().u8(at);
        int rank = file.content().u8(at + 1);
        if (version < 1 || version > 2 || rank > RANK_MAX) {
            throw new IndexOutOfBoundsException("a data space of version %d and rank %d".formatted(version, rank));
        }
        boolean none = version == 2 && file.content().u8(at + 3) == 2;
        long sizes = at + (version == 1 ? 8 : 4);
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            shape.add(file.length(sizes + (long) i * file.lengthBytes()));
        }
        return new Dataspace(shape, none);
    }

    /** Number of elements; saturates. */
    long elements() {
        if (empty || shape.contains(0L)) {
            return 0;
        }
        long elements = 1;
        for (long length : shape) {
            elements = elements > Long.MAX_VALUE / length ? Long.MAX_VALUE : elements * length;
        }
        return elements;
    }
}
