package io.casemate.scan.pickle;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import io.casemate.scan.spi.ElementType;
import org.jspecify.annotations.Nullable;

/**
 * A dtype as a pickle makes it: {@code numpy.dtype('f8', False, True)}.
 *
 * @param bytes size of one element
 * @param object whether elements are Python objects
 * @param type the element type where it is a number
 */
record NumpyType(long bytes, boolean object, @Nullable ElementType type) {
    private static final long BYTES_MAX = 1L << 32;

    /** The dtype that a value is, or null where it is none that is known. */
    static @Nullable NumpyType of(Value value, boolean bigEndian) {
        if (!(value instanceof Value.Result(Call call))
                || !(call.function() instanceof Value.Global function)
                || !function.qualified().equals("numpy.dtype")
                || call.arguments().isEmpty()) {
            return value instanceof Value.Global scalar && scalar.module().equals("numpy")
                    ? named(scalar.name())
                    : null;
        }
        return call.arguments().getFirst() instanceof Value.Text(String text) ? parse(text, bigEndian) : null;
    }

    private static @Nullable NumpyType named(String name) {
        return switch (name) {
            case "float64" -> parse("f8", false);
            case "float32" -> parse("f4", false);
            case "int64" -> parse("i8", false);
            default -> null;
        };
    }

    private static @Nullable NumpyType parse(String text, boolean bigEndian) {
        boolean order = !text.isEmpty() && "<>|=".indexOf(text.charAt(0)) >= 0;
        String code = order ? text.substring(1) : text;
        boolean big = bigEndian || text.startsWith(">");
        if (code.equals("O")) {
            return new NumpyType(8, true, null);
        }
        if (code.length() < 2
                || code.length() > 11
                || !code.substring(1).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        long count = Long.parseLong(code.substring(1));
        if (count > BYTES_MAX) {
            return null;
        }
        return switch (code.charAt(0)) {
            case 'O' -> new NumpyType(count, true, null);
            case 'U' -> new NumpyType(4 * count, false, null);
            case 'S', 'a', 'V', 'M', 'm', 'c' -> new NumpyType(count, false, null);
            case 'f', 'i', 'u', 'b' -> new NumpyType(count, false, number(code, big));
            default -> null;
        };
    }

    private static @Nullable ElementType number(String code, boolean big) {
        return switch (code) {
            case "f8" -> big ? ElementType.F64_BIG_ENDIAN : ElementType.F64;
            case "f4" -> big ? ElementType.F32_BIG_ENDIAN : ElementType.F32;
            case "f2" -> big ? ElementType.F16_BIG_ENDIAN : ElementType.F16;
            case "i8" -> big ? ElementType.I64_BIG_ENDIAN : ElementType.I64;
            case "i4" -> big ? ElementType.I32_BIG_ENDIAN : ElementType.I32;
            case "i2" -> big ? ElementType.I16_BIG_ENDIAN : ElementType.I16;
            case "i1" -> ElementType.I8;
            case "u8" -> big ? null : ElementType.U64;
            case "u4" -> big ? null : ElementType.U32;
            case "u2" -> big ? null : ElementType.U16;
            case "u1" -> ElementType.U8;
            case "b1" -> ElementType.BOOL;
            default -> null;
        };
    }
}
