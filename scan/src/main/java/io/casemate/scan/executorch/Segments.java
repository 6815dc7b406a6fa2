package io.casemate.scan.executorch;

import io.casemate.scan.flatbuffer.Table;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where the program ends in the file, and the segments of data behind it. */
final class Segments {
    private static final int SEGMENTS_MAX = 1 << 16;
    private static final int HEADER_BYTES_MIN = 24;
    private static final int HEADER = 8;

    /** A segment by its place in the file. */
    record Segment(long offset, long size) {}

    private final Content content;
    private final Inspection inspection;
    private final List<Segment> segments = new ArrayList<>();
    private final long programSize;
    private final long base;

    Segments(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
        boolean extended = content.has(HEADER, "eh00") && content.u32(HEADER + 4) >= HEADER_BYTES_MIN;
        programSize = extended ? content.i64(HEADER + 8) : content.size();
        base = extended ? content.i64(HEADER + 16) : 0;
    }

    /** Reads the list of segments, and looks how they lie. */
    void read(Table program) {
        if (programSize < 0 || programSize > content.size() || base < 0 || base > content.size()) {
            outside(HEADER, "the program takes %d bytes and its segments begin at %d".formatted(programSize, base));
        }
        Table.Vector list = program.vector(4);
        for (long i = 0; i < list.length(); i++) {
            inspection.step();
            Table segment = list.table(i);
            long offset = segment.i64(0);
            long size = segment.i64(1);
            boolean inside = offset >= 0 && size >= 0 && base >= 0 && offset <= content.size() - base - size;
            if (!inside) {
                outside(segment.at(), "segment %d takes %d bytes at %d".formatted(i, size, offset));
            }
            if (i >= SEGMENTS_MAX) {
                inspection.gap(segment.at(), "more than %d segments".formatted(SEGMENTS_MAX));
                return;
            }
            segments.add(inside ? new Segment(base + offset, size) : new Segment(0, -1));
        }
        overlaps();
    }

    /** The bytes that are the program itself. */
    long programEnd() {
        return Math.clamp(programSize, 0, content.size());
    }

    /** A segment that lies inside the file. */
    Optional<Segment> segment(long index) {
        return index < 0
                        || index >= segments.size()
                        || segments.get((int) index).size() < 0
                ? Optional.empty()
                : Optional.of(segments.get((int) index));
    }

    private void outside(long at, String what) {
        inspection.found("executorch/out-of-bounds", at, "%s, in a file of %d".formatted(what, content.size()));
    }

    private void overlaps() {
        List<Segment> sorted = new ArrayList<>(segments);
        sorted.removeIf(segment -> segment.size() <= 0);
        sorted.sort(Comparator.comparingLong(Segment::offset));
        long reached = base > 0 ? programEnd() : 0;
        for (Segment segment : sorted) {
            if (segment.offset() < reached) {
                inspection.found(
                        "executorch/overlap",
                        segment.offset(),
                        "a segment of %d bytes shares bytes with what stands before it".formatted(segment.size()));
                return;
            }
            reached = segment.offset() + segment.size();
        }
    }
}
