package io.casemate.scan.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A set of bytes, as spans. Cheap where spans come in ascending order, which is nearly always. */
final class Spans {
    /** Bytes from {@code offset} on. */
    record Span(long offset, long length) {
        long end() {
            return offset + length;
        }
    }

    private static final int COMPACT_AT = 1 << 14;

    private long[] ends = new long[16];
    private long[] starts = new long[16];
    private int count;
    private int compactAt = COMPACT_AT;

    /** Adds bytes; nothing where the length is not above 0. */
    void add(long offset, long length) {
        if (length <= 0 || offset < 0) {
            return;
        }
        long end = length > Long.MAX_VALUE - offset ? Long.MAX_VALUE : offset + length;
        if (count > 0 && offset >= starts[count - 1] && offset <= ends[count - 1]) {
            ends[count - 1] = Math.max(ends[count - 1], end);
            return;
        }
        if (count == compactAt) {
            compact();
            compactAt = Math.max(COMPACT_AT, count * 2);
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = offset;
        ends[count] = end;
        count++;
    }

    void addAll(Spans other) {
        for (int i = 0; i < other.count; i++) {
            add(other.starts[i], other.ends[i] - other.starts[i]);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The bytes from 0 to {@code size} that are not in the set, in order. */
    List<Span> missing(long size) {
        compact();
        List<Span> missing = new ArrayList<>();
        long reached = 0;
        for (int i = 0; i < count && reached < size; i++) {
            if (starts[i] > reached) {
                missing.add(new Span(reached, Math.min(starts[i], size) - reached));
            }
            reached = Math.max(reached, ends[i]);
        }
        if (reached < size) {
            missing.add(new Span(reached, size - reached));
        }
        return missing;
    }

    /** The spans, in order, without overlaps. */
    List<Span> all() {
        compact();
        List<Span> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(new Span(starts[i], ends[i] - starts[i]));
        }
        return all;
    }

    /** The parts that lie in a span, each as its offset from the span's beginning and its length, in order. */
    List<long[]> within(Span span) {
        List<long[]> within = new ArrayList<>();
        for (Span part : all()) {
            long begin = Math.max(part.offset(), span.offset());
            long end = Math.min(part.end(), span.end());
            if (begin < end) {
                within.add(new long[] {begin - span.offset(), end - begin});
            }
        }
        return within;
    }

    private void compact() {
        Integer[] order = new Integer[count];
        boolean sorted = true;
        for (int i = 0; i < count; i++) {
            order[i] = i;
            sorted &= i == 0 || starts[i] > ends[i - 1];
        }
        if (sorted) {
            return;
        }
        Arrays.sort(order, (a, b) -> Long.compare(starts[a], starts[b]));
        long[] newStarts = new long[Math.max(16, count)];
        long[] newEnds = new long[Math.max(16, count)];
        int merged = 0;
        for (int i : order) {
            if (merged > 0 && starts[i] <= newEnds[merged - 1]) {
                newEnds[merged - 1] = Math.max(newEnds[merged - 1], ends[i]);
            } else {
                newStarts[merged] = starts[i];
                newEnds[merged] = ends[i];
                merged++;
            }
        }
        starts = newStarts;
        ends = newEnds;
        count = merged;
    }
}
