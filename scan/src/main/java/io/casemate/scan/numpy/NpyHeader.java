package io.casemate.scan.numpy;

import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The header of an array, as in numpy/lib/format.py.
 *
 * @param data where the numbers begin
 */
record NpyHeader(Dtype dtype, boolean fortran, Shape shape, long data) {
    private static final int LENGTH_MAX = 1 << 20;

    /** Where the text of the header begins. */
    static int textOffset(Content content) {
        return content.u8(6) == 1 ? 10 : 12;
    }

    /** Length of the text of the header. */
    static long textLength(Content content) {
        return content.u8(6) == 1 ? content.u16(8) : content.u32(8);
    }

    /** The header; empty where it is not the literal that NumPy writes. */
    static Optional<NpyHeader> read(Content content) {
        long length = textLength(content);
        if (length > LENGTH_MAX) {
            return Optional.empty();
        }
        int start = textOffset(content);
        var charset = content.u8(6) < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        Map<String, Value> fields = fields(content.text(start, (int) length, charset));
        Optional<Dtype> dtype = Optional.ofNullable(fields.get("descr")).flatMap(Dtype::of);
        Optional<Shape> shape = Optional.ofNullable(fields.get("shape")).flatMap(Shape::of);
        if (dtype.isEmpty()
                || shape.isEmpty()
                || fields.size() != 3
                || !(fields.get("fortran_order") instanceof Value.Truth(boolean fortran))) {
            return Optional.empty();
        }
        return Optional.of(new NpyHeader(dtype.get(), fortran, shape.get(), start + length));
    }

    private static Map<String, Value> fields(String text) {
        var fields = new HashMap<String, Value>();
        if (Literal.read(text).orElse(Value.NONE) instanceof Value.Entries(var parts, boolean complete)) {
            for (int i = 0; i + 1 < parts.size(); i += 2) {
                if (parts.get(i) instanceof Value.Text(String key)) {
                    fields.put(key, parts.get(i + 1));
                }
            }
        }
        return fields;
    }
}
