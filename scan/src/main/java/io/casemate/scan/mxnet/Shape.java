package io.casemate.scan.mxnet;

import io.casemate.scan.cursor.Cursor;
import java.util.ArrayList;
import java.util.List;

/**
 * Lengths of the dimensions of an array, outermost first.
 *
 * @param known false where the array has no shape yet, and so no numbers
 */
record Shape(boolean known, List<Long> lengths) {
    private static final int DIMENSIONS_MAX = 32;

    Shape {
        lengths = List.copyOf(lengths);
    }

    /** A shape as it stands in the file: a number of dimensions, then their lengths of eight bytes, or four in the oldest files. */
    static Shape read(Cursor cursor, long dimensions, boolean wide) {
        if (dimensions == 0xffff_ffffL) {
            return new Shape(false, List.of());
        }
        long at = cursor.position();
        if (dimensions > DIMENSIONS_MAX) {
            throw new UnknownArray(at, "an array of %d dimensions is not known".formatted(dimensions));
        }
        var lengths = new ArrayList<Long>();
        for (int i = 0; i < dimensions; i++) {
            lengths.add(wide ? cursor.i64() : cursor.u32());
        }
        return new Shape(true, lengths);
    }

    /** Number of elements; -1 where a loader's 64 bits overflow. */
    long elements() {
        long elements = known ? 1 : 0;
        for (long length : lengths) {
            if (length < 0 || Math.multiplyHigh(elements, length) != 0 || elements * length < 0) {
                return -1;
            }
            elements *= length;
        }
        return elements;
    }

    long length(int dimension) {
        return dimension < lengths.size() ? lengths.get(dimension) : 0;
    }
}
