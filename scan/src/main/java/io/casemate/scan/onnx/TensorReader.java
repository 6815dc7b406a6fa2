package io.casemate.scan.onnx;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads TensorProto: numbers as raw bytes, as a typed list, or in another file. */
final class TensorReader {
    private static final int NAME_MAX = 256;
    private static final int LOCATION_MAX = 4_096;
    private static final int DIMENSIONS_MAX = 64;
    private static final int EXTERNAL = 1;

    private final Content content;
    private final Inspection inspection;

    TensorReader(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    void read(ProtoReader field) {
        String name = "";
        long type = 0;
        boolean external = false;
        var shape = new ArrayList<Long>();
        var outside = new HashMap<String, String>();
        long rawAt = -1;
        long rawLength = 0;
        long at = field.more() ? 0 : -1;
        while (field.next()) {
            at = at == 0 ? field.offset() : at;
            switch (field.number()) {
                case 1 -> dimensions(field, shape);
                case 2 -> type = field.value();
                case 4 -> typed(ElementType.F32, field);
                case 10 -> typed(ElementType.F64, field);
                case 8 -> name = field.text(NAME_MAX);
                case 9 -> {
                    rawAt = field.offset();
                    rawLength = field.length();
                }
                case 13 -> entry(field.message(), outside);
                case 14 -> external |= field.value() == EXTERNAL;
                default -> {}
            }
        }
        if (external || !outside.isEmpty()) {
            outside(name, type, shape, outside, at);
        } else if (rawAt >= 0) {
            tell(name, type, shape, content.slice(rawAt, rawLength), rawAt, at);
        }
    }

    private static void dimensions(ProtoReader field, List<Long> shape) {
        if (!field.delimited()) {
            add(shape, field.value());
            return;
        }
        for (ProtoReader packed = field.message(); packed.more(); ) {
            add(shape, packed.packed());
        }
    }

    private static void add(List<Long> shape, long length) {
        if (shape.size() < DIMENSIONS_MAX) {
            shape.add(length);
        }
    }

    private void typed(ElementType type, ProtoReader field) {
        if (field.delimited() && field.length() % (type.bits() / 8) == 0) {
            long elements = field.length() * 8 / type.bits();
            inspection.tensor(new Tensor(
                    "",
                    type,
                    List.of(elements),
                    content.bytes().asSlice(field.offset(), field.length()),
                    field.offset()));
        }
    }

    private static void entry(ProtoReader entry, Map<String, String> entries) {
        String key = "";
        String value = "";
        while (entry.next()) {
            if (entry.number() == 1) {
                key = entry.text(NAME_MAX);
            } else if (entry.number() == 2) {
                value = entry.text(LOCATION_MAX);
            }
        }
        if (entries.size() < 16) {
            entries.put(key, value);
        }
    }

    private void outside(String name, long type, List<Long> shape, Map<String, String> outside, long at) {
        String location = outside.getOrDefault("location", "");
        Optional<String> danger = Location.danger(location);
        if (danger.isPresent()) {
            inspection.found(
                    "onnx/external-path",
                    at,
                    "tensor %s is read from elsewhere: %s".formatted(Snippet.quoted(name), danger.get()));
            return;
        }
        Optional<Content> file =
                location.isEmpty() ? Optional.empty() : content.family().sibling(location);
        if (file.isEmpty()) {
            inspection.gap(at, "the file %s with weights is not there".formatted(Snippet.quoted(location)));
            return;
        }
        long size = file.get().size();
        long offset = number(outside.getOrDefault("offset", "0"));
        long length = outside.containsKey("length") ? number(outside.getOrDefault("length", "")) : size - offset;
        if (offset < 0 || length < 0 || offset > size || length > size - offset) {
            inspection.found(
                    "onnx/external-bounds",
                    at,
                    "tensor %s reaches outside the file %s".formatted(Snippet.quoted(name), Snippet.quoted(location)));
            return;
        }
        tell(name, type, shape, file.get().slice(offset, length), -1, at);
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    private void tell(String name, long id, List<Long> shape, Content bytes, long offset, long at) {
        Optional<DataType> type = DataType.of(id);
        if (type.isEmpty()) {
            inspection.gap(at, "tensor %s has numbers of type %d, not known".formatted(Snippet.quoted(name), id));
            return;
        }
        long needed = bytes(shape, type.get().bits);
        if (needed != bytes.size()) {
            inspection.found(
                    "onnx/length-mismatch",
                    at,
                    "tensor %s takes %d bytes, its shape needs another number"
                            .formatted(Snippet.quoted(name), bytes.size()));
            return;
        }
        inspection.tensor(new Tensor(name, type.get().element, shape(shape, type.get()), bytes.bytes(), offset));
    }

    private static List<Long> shape(List<Long> shape, DataType type) {
        var told = new ArrayList<Long>(shape);
        if (type == DataType.COMPLEX64 || type == DataType.COMPLEX128) {
            told.add(2L);
        }
        return told;
    }

    /** Bytes that a shape needs, filled up to whole ones; -1 where they overflow. */
    private static long bytes(List<Long> shape, int bits) {
        long total = bits;
        for (long length : shape) {
            if (length < 0 || Math.multiplyHigh(total, length) != 0 || total * length < 0) {
                return -1;
            }
            total *= length;
        }
        return total / 8 + (total % 8 == 0 ? 0 : 1);
    }
}
