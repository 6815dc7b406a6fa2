package io.casemate.scan.tflite;

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

/** The model in the root table: operators, tensors and the buffers that hold their numbers. Fields by number as in the schema. */
final class Model {
    private static final int VERSION = 3;
    private static final int ITEMS_A_STEP = 256;

    private final Content content;
    private final Inspection inspection;
    private final Set<Long> told = new HashSet<>();

    /** Where the last structure that was followed ends: what lies behind it is no part of the buffer. */
    private long reached;

    Model(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    void read() {
        Table model = Table.root(content);
        if (model.u32(0) != VERSION) {
            inspection.gap(0, "schema version %d, where %d is known".formatted(model.u32(0), VERSION));
        }
        operators(model.vector(1));
        Table.Vector buffers = model.vector(4);
        Table.Vector graphs = model.vector(2);
        for (long i = 0; i < graphs.length(); i++) {
            stepAt(i);
            graph(graphs.table(i), buffers);
        }
        for (long i = 0; i < buffers.length(); i++) {
            stepAt(i);
            buffer(buffers.table(i), i);
        }
        rest();
    }

    private void operators(Table.Vector codes) {
        for (long i = 0; i < codes.length(); i++) {
            stepAt(i);
            Table code = codes.table(i);
            String custom = code.text(1);
            if (!custom.isEmpty()) {
                CustomOperators.tell(custom, code.at(), inspection);
            }
        }
    }

    private void graph(Table graph, Table.Vector buffers) {
        Table.Vector tensors = graph.vector(0);
        for (long i = 0; i < tensors.length(); i++) {
            stepAt(i);
            Table tensor = tensors.table(i);
            long number = tensor.u32(2);
            if (number > 0 && number < buffers.length() && told.add(number)) {
                tensor(tensor, buffers.table(number));
            }
        }
    }

    private void tensor(Table tensor, Table buffer) {
        Optional<Content> bytes = bytes(buffer);
        if (bytes.isEmpty()) {
            return;
        }
        List<Long> shape = new ArrayList<>();
        Table.Vector lengths = tensor.vector(0);
        for (long i = 0; i < lengths.length() && i < 32; i++) {
            shape.add((long) lengths.i32(i));
        }
        String name = Snippet.quoted(tensor.text(3)).replace("'", "");
        long offset = offset(buffer);
        Optional<ElementType> type = type(tensor.i8(1));
        if (type.isPresent()) {
            inspection.tensor(new Tensor(name, type.get(), shape, bytes.get().bytes(), offset));
        } else {
            inspection.read(offset, bytes.get().size());
        }
    }

    /** A buffer that no tensor names holds metadata, or something that nobody asked for. */
    private void buffer(Table buffer, long number) {
        Optional<Content> bytes = bytes(buffer);
        if (bytes.isEmpty() || told.contains(number)) {
            return;
        }
        Content inside = bytes.get();
        boolean pickle = inside.size() > 2 && inside.u8(0) == 0x80 && inside.u8(1) >= 2 && inside.u8(1) <= 5;
        if (pickle || inside.has(0, "PK\003\004") || inside.has(0, "\u007fELF") || inside.has(0, "MZ")) {
            inspection.nested(
                    new Content("%s!buffer-%d".formatted(content.name(), number), inside.bytes(), inside.family()),
                    offset(buffer),
                    inside.size());
        }
    }

    /** The bytes of a buffer: in the FlatBuffer, or behind it in large models. */
    private Optional<Content> bytes(Table buffer) {
        Table.Vector data = buffer.vector(0);
        long offset = data.length() > 0 ? data.start() : buffer.i64(1);
        long length = data.length() > 0 ? data.length() : buffer.i64(2);
        if (length == 0 || (data.length() == 0 && offset <= 1)) {
            return Optional.empty();
        }
        if (offset < 0 || length < 0 || offset > content.size() - length) {
            inspection.found(
                    "tflite/buffer-outside",
                    buffer.at(),
                    "a buffer of %d bytes at %d, in a file of %d".formatted(length, offset, content.size()));
            return Optional.empty();
        }
        reached = Math.max(reached, offset + length);
        return Optional.of(content.slice(offset, length));
    }

    private static long offset(Table buffer) {
        Table.Vector data = buffer.vector(0);
        return data.length() > 0 ? data.start() : buffer.i64(1);
    }

    /** FlatBuffers are written from their end, so the last buffer or table is near it; a zip of associated files may follow. */
    private void rest() {
        long zip = zip();
        long end = zip < 0 ? content.size() : zip;
        inspection.read(0, end);
        if (zip >= 0) {
            Content files = content.slice(zip, content.size() - zip);
            String name = "%s!associated-files".formatted(content.name());
            inspection.nested(new Content(name, files.bytes(), files.family()), zip, content.size() - zip);
        }
    }

    /** Where a zip that follows the model begins, or -1. */
    private long zip() {
        for (long at = Math.max(reached, 16); at + 4 <= content.size(); at++) {
            if ((at & 0xffff) == 0) {
                inspection.step();
            }
            if (content.u8(at) == 'P' && content.has(at, "PK\003\004")) {
                return at;
            }
        }
        return -1;
    }

    private void stepAt(long index) {
        if (index % ITEMS_A_STEP == 0) {
            inspection.step();
        }
    }

    private static Optional<ElementType> type(int type) {
        return switch (type) {
            case 0 -> Optional.of(ElementType.F32);
            case 1 -> Optional.of(ElementType.F16);
            case 2 -> Optional.of(ElementType.I32);
            case 3 -> Optional.of(ElementType.U8);
            case 4 -> Optional.of(ElementType.I64);
            case 6 -> Optional.of(ElementType.BOOL);
            case 7 -> Optional.of(ElementType.I16);
            case 9 -> Optional.of(ElementType.I8);
            case 10 -> Optional.of(ElementType.F64);
            case 12 -> Optional.of(ElementType.U64);
            case 15 -> Optional.of(ElementType.U32);
            case 16 -> Optional.of(ElementType.U16);
            case 17 -> Optional.of(ElementType.PACKED);
            case 18 -> Optional.of(ElementType.BF16);
            default -> Optional.empty();
        };
    }
}
