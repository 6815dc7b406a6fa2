package io.casemate.scan.hdf5;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Parts of a file that were understood; from them follow the holes. Adjacent parts are kept as one. */
final class Extents {
    private static final int EXTENTS_MAX = 1 << 20;

    /** A part, {@code from} inclusive to {@code to} exclusive. */
    record Extent(long from, long to) {}

    private long[] froms = new long[64];
    private long[] tos = new long[64];
    private int count;

    /** Whether all parts were kept; where there were too many, holes cannot be told. */
    boolean complete() {
        return count < EXTENTS_MAX;
    }

    void add(long offset, long length) {
        if (length <= 0) {
            return;
        }
        if (count > 0 && offset >= froms[count - 1] && offset <= tos[count - 1]) {
            tos[count - 1] = Math.max(tos[count - 1], offset + length);
            return;
        }
        if (!complete()) {
            return;
        }
        if (count == froms.length) {
            froms = Arrays.copyOf(froms, count * 2);
            tos = Arrays.copyOf(tos, count * 2);
        }
        froms[count] = offset;
        tos[count++] = offset + length;
    }

    /** What lies between the parts, up to an end. */
    List<Extent> holes(long end) {
        List<Extent> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parts.add(new Extent(froms[i], tos[i]));
        }
        parts.sort(Comparator.comparingLong(Extent::from));
        List<Extent> holes = new ArrayList<>();
        long reached = 0;
        for (Extent part : parts) {
            if (part.from() > reached && reached < end) {
                holes.add(new Extent(reached, Math.min(part.from(), end)));
            }
            reached = Math.max(reached, part.to());
        }
        if (reached < end) {
            holes.add(new Extent(reached, end));
        }
        return holes;
    }
}
