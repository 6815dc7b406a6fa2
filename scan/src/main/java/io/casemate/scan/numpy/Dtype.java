package io.casemate.scan.numpy;

import io.casemate.scan.call.Value;
import io.casemate.scan.spi.ElementType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of the elements of an array.
 *
 * @param type how one number is stored; {@link ElementType#PACKED} for records, texts and what has no type of its own
 * @param bytes bytes of one element
 * @param object whether elements are Python objects, so that a pickle stands in place of numbers
 */
record Dtype(ElementType type, long bytes, boolean object) {
    private static final Pattern SIMPLE = Pattern.compile("([<>|=])?([a-zA-Z?])(\\d*)(\\[[^\\]]{0,30}\\])?");
    private static final int TEXT_BYTES = 4;
    private static final int DEPTH_MAX = 20;
    private static final long BYTES_MAX = 1L << 31;

    /** The type that a description names: "<f4", or a list of fields. */
    static Optional<Dtype> of(Value description) {
        return of(description, 0);
    }

    private static Optional<Dtype> of(Value description, int depth) {
        return switch (description) {
            case Value.Text(String text) -> simple(text);
            case Value.Items(var fields, boolean complete)
            when depth < DEPTH_MAX -> {
                long bytes = 0;
                boolean object = false;
                for (Value field : fields) {
                    Optional<Dtype> inner = field(field, depth);
                    if (inner.isEmpty() || bytes > BYTES_MAX) {
                        yield Optional.empty();
                    }
                    bytes += inner.get().bytes();
                    object |= inner.get().object();
                }
                yield Optional.of(new Dtype(ElementType.PACKED, bytes, object));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Dtype> field(Value field, int depth) {
        if (!(field instanceof Value.Items(var parts, boolean complete)) || parts.size() < 2) {
            return Optional.empty();
        }
        Optional<Dtype> inner = of(parts.get(1), depth + 1);
        if (inner.isEmpty() || parts.size() == 2) {
            return inner;
        }
        long count = Shape.of(parts.get(2)).map(Shape::elements).orElse(-1L);
        return count < 0 || count > BYTES_MAX
                ? Optional.empty()
                : inner.map(type -> new Dtype(type.type(), type.bytes() * count, type.object()));
    }

    private static Optional<Dtype> simple(String text) {
        Matcher parts = SIMPLE.matcher(text);
        if (!parts.matches() || parts.group(3).length() > 9) {
            return Optional.empty();
        }
        boolean big = ">".equals(parts.group(1));
        int number = parts.group(3).isEmpty() ? 0 : Integer.parseInt(parts.group(3));
        return switch (parts.group(2)) {
            case "f" -> Optional.of(numbers(floating(number, big), number));
            case "i" -> Optional.of(numbers(signed(number, big), number));
            case "u" -> Optional.of(numbers(unsigned(number, big), number));
            case "c" -> Optional.of(numbers(floating(number / 2, big), number));
            case "b", "?" -> Optional.of(numbers(ElementType.BOOL, 1));
            case "O" -> Optional.of(new Dtype(ElementType.PACKED, 0, true));
            case "U" -> Optional.of(numbers(ElementType.PACKED, (long) number * TEXT_BYTES));
            case "S", "a", "V" -> Optional.of(numbers(ElementType.PACKED, number));
            case "M", "m" -> Optional.of(numbers(signed(number, big), number));
            default -> Optional.empty();
        };
    }

    private static Dtype numbers(ElementType type, long bytes) {
        return new Dtype(type, bytes, false);
    }

    private static ElementType floating(int bytes, boolean big) {
        return switch (bytes) {
            case 2 -> big ? ElementType.F16_BIG_ENDIAN : ElementType.F16;
            case 4 -> big ? ElementType.F32_BIG_ENDIAN : ElementType.F32;
            case 8 -> big ? ElementType.F64_BIG_ENDIAN : ElementType.F64;
            default -> ElementType.PACKED;
        };
    }

    private static ElementType signed(int bytes, boolean big) {
        return switch (bytes) {
            case 1 -> ElementType.I8;
            case 2 -> big ? ElementType.I16_BIG_ENDIAN : ElementType.I16;
            case 4 -> big ? ElementType.I32_BIG_ENDIAN : ElementType.I32;
            case 8 -> big ? ElementType.I64_BIG_ENDIAN : ElementType.I64;
            default -> ElementType.PACKED;
        };
    }

    private static ElementType unsigned(int bytes, boolean big) {
        return switch (bytes) {
            case 1 -> ElementType.U8;
            case 2 -> big ? ElementType.PACKED : ElementType.U16;
            case 4 -> big ? ElementType.PACKED : ElementType.U32;
            case 8 -> big ? ElementType.PACKED : ElementType.U64;
            default -> ElementType.PACKED;
        };
    }
}
