package io.casemate.scan.gguf;

import io.casemate.scan.cursor.Cursor;
import io.casemate.scan.cursor.OutOfFile;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads the descriptions of the tensors and looks how they lie. */
final class Tensors {
    private static final int DIMENSIONS_MAX = 4;
    private static final int TENSORS_MAX = 200_000;
    private static final int NAME_MAX = 1_024;

    private final Content content;
    private final Inspection inspection;
    private final boolean bigEndian;

    Tensors(Content content, boolean bigEndian, Inspection inspection) {
        this.content = content;
        this.bigEndian = bigEndian;
        this.inspection = inspection;
    }

    List<TensorInfo> infos(Cursor cursor, long count) {
        if (count > TENSORS_MAX) {
            throw new OutOfFile(cursor.position(), "more than %d tensors".formatted(TENSORS_MAX));
        }
        var infos = new ArrayList<TensorInfo>();
        var names = new HashSet<String>();
        for (long i = 0; i < count; i++) {
            inspection.step();
            TensorInfo info = info(cursor);
            infos.add(info);
            if (!names.add(info.name())) {
                inspection.found(
                        "gguf/duplicate-key",
                        info.at(),
                        "two tensors are named %s".formatted(Snippet.quoted(info.name())));
            }
        }
        return infos;
    }

    private static TensorInfo info(Cursor cursor) {
        long at = cursor.position();
        String name = cursor.text(NAME_MAX);
        long dimensions = cursor.u32();
        if (dimensions > DIMENSIONS_MAX) {
            throw new OutOfFile(
                    at, "tensor %s has %d dimensions, loaders keep 4".formatted(Snippet.quoted(name), dimensions));
        }
        var shape = new ArrayList<Long>();
        for (int i = 0; i < dimensions; i++) {
            shape.add(cursor.length());
        }
        Collections.reverse(shape);
        return new TensorInfo(name, shape, cursor.u32(), cursor.i64(), at);
    }

    /** Tells each tensor, and what lies between them. */
    void tell(List<TensorInfo> infos, long headerEnd, long alignment) {
        long base = (headerEnd + alignment - 1) / alignment * alignment;
        long reached = headerEnd;
        List<TensorInfo> sorted = new ArrayList<>(infos);
        sorted.sort(Comparator.comparingLong(TensorInfo::offset));
        for (TensorInfo info : sorted) {
            inspection.step();
            Optional<GgmlType> type = GgmlType.of(info.type());
            long bytes = type.isEmpty() ? -1 : type.get().bytes(info.elements());
            if (type.isEmpty()) {
                inspection.gap(
                        info.at(),
                        "tensor %s is of type %d, not known".formatted(Snippet.quoted(info.name()), info.type()));
            } else if (info.elements() < 0 || bytes < 0 || outside(info.offset(), base, bytes)) {
                inspection.found(
                        "gguf/out-of-bounds",
                        info.at(),
                        "tensor %s reaches outside the file or has no possible size"
                                .formatted(Snippet.quoted(info.name())));
            } else {
                reached = place(info, type.get(), base + info.offset(), bytes, reached);
            }
        }
        between(reached, content.size());
    }

    private boolean outside(long offset, long base, long bytes) {
        long room = content.size() - base;
        return offset < 0 || bytes > room || offset > room - bytes;
    }

    private long place(TensorInfo info, GgmlType type, long from, long bytes, long reached) {
        if (from < reached && bytes > 0) {
            inspection.found(
                    "gguf/overlap",
                    info.at(),
                    "tensor %s shares bytes with another one".formatted(Snippet.quoted(info.name())));
        } else {
            between(reached, from);
        }
        inspection.tensor(new Tensor(
                info.name(),
                type.element(bigEndian),
                info.shape(),
                content.bytes().asSlice(from, bytes),
                from));
        return Math.max(reached, from + bytes);
    }

    /** Writers fill up with zeros, to align tensors; other bytes belong to nobody. */
    private void between(long from, long to) {
        long zeros = from;
        while (zeros < to && content.u8(zeros) == 0) {
            zeros++;
            if ((zeros & 0xffff) == 0) {
                inspection.step();
            }
        }
        inspection.read(from, zeros - from);
        if (zeros < to) {
            inspection.found("gguf/hole", zeros, "%d bytes belong to no tensor".formatted(to - zeros));
        }
    }
}
