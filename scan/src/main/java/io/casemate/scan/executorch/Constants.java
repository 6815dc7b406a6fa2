package io.casemate.scan.executorch;

import io.casemate.scan.executorch.Segments.Segment;
import io.casemate.scan.flatbuffer.Table;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tensors whose numbers stand in the file: in a segment, or in the program itself as until 2024. */
final class Constants {
    /** Kind of a value that is a tensor. */
    static final int TENSOR = 5;

    private static final int DIMENSIONS_MAX = 32;
    private static final int EXTERNAL = 1;

    private final Content content;
    private final Segments segments;
    private final Inspection inspection;
    private final Set<Long> told = new HashSet<>();

    Constants(Content content, Segments segments, Inspection inspection) {
        this.content = content;
        this.segments = segments;
        this.inspection = inspection;
    }

    void tell(Table program, Table plan, Table tensor) {
        List<Long> shape = shape(tensor);
        Optional<ElementType> type = type(tensor.i8(0));
        long bytes = type.isEmpty() ? -1 : bytes(shape, type.get());
        Optional<Table> extra = tensor.table(9);
        if (extra.isPresent() && extra.get().i8(2) == EXTERNAL) {
            inspection.fact("needs", "a file of weights beside it (.ptd)");
            return;
        }
        Optional<Table> allocation = tensor.table(6);
        if (allocation.isPresent() && type.isPresent()) {
            allocation(plan, tensor, allocation.get(), bytes);
        }
        long number = tensor.u32(5);
        if (number == 0) {
            return;
        }
        if (type.isEmpty()) {
            inspection.gap(tensor.at(), "numbers of type %d are not known".formatted(tensor.i8(0)));
            return;
        }
        long offset = allocation.isEmpty()
                ? constant(program, number, bytes)
                : initial(program, number, bytes, extra.map(e -> e.i64(0)).orElse(0L));
        String name = extra.map(e -> e.text(1)).filter(text -> !text.isEmpty()).orElse("constant-" + number);
        if (bytes < 0 || offset < 0) {
            inspection.found(
                    "executorch/out-of-bounds",
                    tensor.at(),
                    "tensor %s of shape %s lies outside of its data".formatted(Snippet.quoted(name), shape));
        } else if (told.add(offset)) {
            inspection.tensor(new Tensor(
                    Snippet.shown(name), type.get(), shape, content.bytes().asSlice(offset, bytes), offset));
        }
    }

    /** Where the numbers of a constant begin in the file; -1 where they are not inside of their data. */
    private long constant(Table program, long number, long bytes) {
        Table.Vector buffers = program.vector(2);
        if (buffers.length() > 0) {
            if (number >= buffers.length()) {
                return -1;
            }
            Table.Vector data = buffers.table(number).vector(0);
            return bytes <= data.length() && data.start() <= content.size() - bytes ? data.start() : -1;
        }
        return program.table(5)
                .map(offsets -> inSegment(offsets, number, bytes))
                .orElse(-1L);
    }

    /** Where the first numbers of a tensor that changes begin. */
    private long initial(Table program, long number, long bytes, long list) {
        Table.Vector lists = program.vector(6);
        return list < 0 || list >= lists.length() ? -1 : inSegment(lists.table(list), number, bytes);
    }

    private long inSegment(Table offsets, long number, long bytes) {
        Table.Vector places = offsets.vector(1);
        Optional<Segment> segment = segments.segment(offsets.u32(0));
        if (number >= places.length() || segment.isEmpty()) {
            return -1;
        }
        long offset = places.i64(number);
        boolean inside = offset >= 0 && bytes >= 0 && bytes <= segment.get().size() - offset;
        return inside ? segment.get().offset() + offset : -1;
    }

    /** Memory for a tensor has to lie in the memory that is planned for it. */
    private void allocation(Table plan, Table tensor, Table allocation, long bytes) {
        Table.Vector sizes = plan.vector(8);
        long memory = allocation.u32(0);
        long offset = allocation.u32(1) | allocation.u32(2) << 32;
        boolean inside = memory < sizes.length()
                && offset >= 0
                && bytes >= 0
                && offset <= sizes.i64(memory)
                && bytes <= sizes.i64(memory) - offset;
        if (!inside && tensor.i8(8) != 2) {
            inspection.found(
                    "executorch/out-of-bounds",
                    tensor.at(),
                    "a tensor of %d bytes is planned at %d of memory %d, which has no room for it"
                            .formatted(bytes, offset, memory));
        }
    }

    private static List<Long> shape(Table tensor) {
        List<Long> shape = new ArrayList<>();
        Table.Vector lengths = tensor.vector(2);
        for (long i = 0; i < lengths.length() && i < DIMENSIONS_MAX; i++) {
            shape.add((long) lengths.i32(i));
        }
        return shape;
    }

    /** Bytes of a tensor; -1 where a loader's 64 bits overflow or a length is negative. */
    private static long bytes(List<Long> shape, ElementType type) {
        long bytes = type.bits() / 8;
        for (long length : shape) {
            if (length < 0 || Math.multiplyHigh(bytes, length) != 0 || bytes * length < 0) {
                return -1;
            }
            bytes *= length;
        }
        return bytes;
    }

    private static Optional<ElementType> type(int type) {
        return switch (type) {
            case 0, 13 -> Optional.of(ElementType.U8);
            case 1, 12 -> Optional.of(ElementType.I8);
            case 2 -> Optional.of(ElementType.I16);
            case 3, 14 -> Optional.of(ElementType.I32);
            case 4 -> Optional.of(ElementType.I64);
            case 5 -> Optional.of(ElementType.F16);
            case 6 -> Optional.of(ElementType.F32);
            case 7 -> Optional.of(ElementType.F64);
            case 11 -> Optional.of(ElementType.BOOL);
            case 15 -> Optional.of(ElementType.BF16);
            case 16, 17, 22 -> Optional.of(ElementType.PACKED);
            case 23, 24, 25, 26 -> Optional.of(ElementType.F8);
            case 27 -> Optional.of(ElementType.U16);
            case 28 -> Optional.of(ElementType.U32);
            case 29 -> Optional.of(ElementType.U64);
            default -> Optional.empty();
        };
    }
}
