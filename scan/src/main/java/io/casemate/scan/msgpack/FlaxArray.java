package io.casemate.scan.msgpack;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An array of Flax: the extension holds shape, name of the type and bytes (flax, serialization.py). */
final class FlaxArray {
    private static final int DIMENSIONS_MAX = 64;
    private static final Map<String, ElementType> TYPES = Map.ofEntries(
            Map.entry("float64", ElementType.F64),
            Map.entry("float32", ElementType.F32),
            Map.entry("float16", ElementType.F16),
            Map.entry("bfloat16", ElementType.BF16),
            Map.entry("float8_e4m3fn", ElementType.F8),
            Map.entry("float8_e5m2", ElementType.F8),
            Map.entry("int64", ElementType.I64),
            Map.entry("int32", ElementType.I32),
            Map.entry("int16", ElementType.I16),
            Map.entry("int8", ElementType.I8),
            Map.entry("uint64", ElementType.U64),
            Map.entry("uint32", ElementType.U32),
            Map.entry("uint16", ElementType.U16),
            Map.entry("uint8", ElementType.U8),
            Map.entry("bool", ElementType.BOOL),
            Map.entry("int4", ElementType.I8),
            Map.entry("uint4", ElementType.U8),
            Map.entry("complex64", ElementType.F32),
            Map.entry("complex128", ElementType.F64));

    /** Types of NumPy whose elements are objects of Python, stored as a pickle. */
    private static final Set<String> OBJECTS = Set.of("object", "O", "|O");

    private FlaxArray() {}

    static void tell(Content content, String name, Item extension, Inspection inspection) {
        Content inner = content.slice(extension.body(), extension.length());
        Item triple = Item.at(inner, 0);
        Item sizes = Item.at(inner, triple.next());
        if (triple.kind() != Item.Kind.ARRAY
                || triple.length() != 3
                || sizes.kind() != Item.Kind.ARRAY
                || sizes.length() > DIMENSIONS_MAX) {
            inspection.gap(extension.body(), "an array of Flax is not made of shape, type and bytes");
            return;
        }
        var shape = new ArrayList<Long>();
        long at = sizes.next();
        for (long i = 0; i < sizes.length(); i++) {
            Item size = Item.at(inner, at);
            shape.add(size.kind() == Item.Kind.NUMBER ? size.extension() : -1);
            at = size.next();
        }
        Item type = Item.at(inner, at);
        Item bytes = Item.at(inner, type.next());
        String typeName = inner.text(type.body(), (int) Math.min(type.length(), 64));
        tell(name, shape, typeName, inner, bytes, extension.body(), inspection);
    }

    private static void tell(
            String name,
            List<Long> shape,
            String typeName,
            Content inner,
            Item bytes,
            long base,
            Inspection inspection) {
        ElementType type = TYPES.get(typeName);
        if (bytes.kind() == Item.Kind.BINARY && OBJECTS.contains(typeName)) {
            Content objects = inner.slice(bytes.body(), bytes.length());
            inspection.found(
                    "msgpack/object-array", base, "the array %s holds objects".formatted(Snippet.quoted(name)));
            inspection.nested(objects, base + bytes.body(), bytes.length());
            return;
        }
        if (type == null || bytes.kind() != Item.Kind.BINARY) {
            inspection.gap(base, "an array has numbers of type %s, not known".formatted(Snippet.quoted(typeName)));
            return;
        }
        if (typeName.startsWith("complex")) {
            shape.add(2L);
        }
        if (bytes(shape, type.bits() / 8) != bytes.length()) {
            inspection.found(
                    "msgpack/length-mismatch",
                    base,
                    "the array %s takes %d bytes, its shape needs another number"
                            .formatted(Snippet.quoted(name), bytes.length()));
            return;
        }
        inspection.tensor(new Tensor(
                name, type, shape, inner.bytes().asSlice(bytes.body(), bytes.length()), base + bytes.body()));
    }

    private static long bytes(List<Long> shape, long width) {
        long total = width;
        for (long length : shape) {
            if (length < 0 || Math.multiplyHigh(total, length) != 0 || total * length < 0) {
                return -1;
            }
            total *= length;
        }
        return total;
    }
}
