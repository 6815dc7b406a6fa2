package io.casemate.scan.archive.zip;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What of a zip no directory accounts for: bytes before, between and behind its members, and members that lie over others. */
final class ZipHoles {
    /** Bytes that nobody accounts for. */
    record Hole(long start, long end) {
        long length() {
            return end - start;
        }
    }

    private record Span(long start, long end) {}

    private final Content content;
    private final Inspection inspection;
    private final List<Span> spans = new ArrayList<>();
    private int overlaps;

    ZipHoles(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    void covers(ZipMember member) {
        if (member.data() >= 0) {
            spans.add(new Span(member.header(), Math.min(content.size(), member.end())));
            inspection.read(member.header(), member.data() - member.header());
        }
    }

    void covers(ZipEnd end) {
        spans.add(new Span(end.directory(), Math.min(content.size(), end.end())));
        inspection.read(end.directoryEnd(), Math.min(content.size(), end.end()) - end.directoryEnd());
    }

    /** How many members lie over others. */
    int overlaps() {
        return overlaps;
    }

    /** The holes in order; what is only padding or belongs to the member before is read and left out. */
    List<Hole> find() {
        spans.sort(Comparator.comparingLong(Span::start));
        var holes = new ArrayList<Hole>();
        long reached = 0;
        for (Span span : spans) {
            if (span.start() < reached) {
                overlaps++;
            } else {
                add(holes, reached, span.start());
            }
            reached = Math.max(reached, span.end());
        }
        add(holes, reached, content.size());
        return holes;
    }

    private void add(List<Hole> holes, long reached, long end) {
        long start = reached == 0 ? spanningMark() : reached + descriptor(reached, end);
        if (start < end && !blank(start, end)) {
            holes.add(new Hole(start, end));
        } else if (reached < end) {
            inspection.read(reached, end - reached);
        }
        if (start > reached) {
            inspection.read(reached, Math.min(end, start) - reached);
        }
    }

    /** Zips that once were to be split begin with a mark of four bytes. */
    private int spanningMark() {
        return content.has(0, "PK\7\b") || content.has(0, "PK00") ? 4 : 0;
    }

    /** Length of the sizes that follow a member's data: with or without signature, of four or eight bytes each. */
    private long descriptor(long start, long end) {
        long length = end - start;
        if (content.has(start, "PK\7\b")) {
            return length >= 24 && (length == 24 || (content.u32(start + 12) == 0 && !header(start + 16)))
                    ? 24
                    : Math.min(length, 16);
        }
        return length == 12 || length == 20 ? length : 0;
    }

    private boolean header(long offset) {
        return content.has(offset, "PK");
    }

    private boolean blank(long start, long end) {
        for (long p = start; p < end; p++) {
            if ((p & 0xffff) == 0) {
                inspection.step();
            }
            if (content.u8(p) != 0) {
                return false;
            }
        }
        return true;
    }
}
