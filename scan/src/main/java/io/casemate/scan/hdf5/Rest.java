package io.casemate.scan.hdf5;

import io.casemate.scan.spi.Content;
import java.util.List;

/**
 * What no address leads to. HDF5 leaves holes where something was removed or reserved: these are free space, and are told
 * only where something is in them. A user block before the file and bytes after its end are nobody's.
 */
final class Rest {
    private static final int FREE_SPACE_BYTES = 4096;
    private static final int PADDING_MAX = 8;

    private final Hdf5File file;

    Rest(Hdf5File file) {
        this.file = file;
    }

    /**
     * Tells about all bytes that were not reached.
     *
     * @param start where the superblock stands
     * @param whole whether all objects could be read, so that what was not reached is nobody's
     */
    void tell(long start, boolean whole) {
        long size = file.content().size();
        long end = end(size);
        if (end > size) {
            file.inspection().gap(size, "the file says that it has %d bytes, and has %d".formatted(file.end(), size));
        }
        if (end > start && end < size) {
            after(end, size);
        }
        if (!whole || !file.extents().complete()) {
            return;
        }
        if (start > 0) {
            hole(new Extents.Extent(0, start), false);
        }
        List<Extents.Extent> holes = file.extents().holes(Math.max(start, Math.min(end, size)));
        for (Extents.Extent hole : holes) {
            file.inspection().step();
            if (hole.to() > start) {
                hole(new Extents.Extent(Math.max(start, hole.from()), hole.to()), true);
            }
        }
    }

    /** Where the file ends: libraries differ in whether a user block counts. */
    private long end(long size) {
        if (file.end() < 0 || file.end() > size) {
            return Long.MAX_VALUE;
        }
        return file.end() > size - file.base() ? file.end() : file.base() + file.end();
    }

    private void after(long end, long size) {
        if (size - end <= PADDING_MAX || first(end, size) < 0) {
            file.inspection().read(end, size - end);
            return;
        }
        file.inspection()
                .found("hdf5/trailing-data", end, "%d bytes follow after the end of the file".formatted(size - end));
        file.inspection().nested(part(end, size, "after"), end, size - end);
    }

    private void hole(Extents.Extent hole, boolean told) {
        long first = first(hole.from(), hole.to());
        if (first >= 0) {
            Content inside = part(first, hole.to(), "hole");
            if (Insides.recognised(inside)) {
                file.inspection().nested(inside, first, hole.to() - first);
            } else if (told && hole.to() - first > FREE_SPACE_BYTES) {
                file.inspection()
                        .found(
                                "hdf5/unreferenced-data",
                                first,
                                "%d bytes are in no object of the file".formatted(hole.to() - first));
            }
        }
        file.inspection().read(hole.from(), hole.to() - hole.from());
    }

    private Content part(long from, long to, String name) {
        Content bytes = file.content().slice(from, to - from);
        return new Content("%s!%s-%d".formatted(file.content().name(), name, from), bytes.bytes(), bytes.family());
    }

    /** Where the first byte that is not zero stands, or -1. */
    private long first(long from, long to) {
        for (long at = from; at < to; at++) {
            if ((at & 0xffff) == 0) {
                file.inspection().step();
            }
            if (file.content().u8(at) != 0) {
                return at;
            }
        }
        return -1;
    }
}
