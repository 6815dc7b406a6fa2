package io.casemate.core.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A JSON value (RFC 8259). Immutable; built by hand as
 * {@code Json.object().put("id", id).put("paths", Json.array(paths, Path::toJson))}.
 */
@CheckReturnValue
public sealed interface Json permits JsonObject, JsonArray, Json.Text, Json.Decimal, Json.Bool, Json.Null {
    /** An object without fields; {@link JsonObject#put} adds them. */
    static JsonObject object() {
        return new JsonObject(Map.of());
    }

    static JsonArray array(Json... items) {
        return new JsonArray(Arrays.asList(items));
    }

    static JsonArray array(Collection<? extends Json> items) {
        return new JsonArray(List.copyOf(items));
    }

    /** An array with one item for each of the given ones, in their order. */
    static <T> JsonArray array(Collection<T> items, Function<? super T, ? extends Json> toJson) {
        return new JsonArray(items.stream().<Json>map(toJson).toList());
    }

    /** An array of texts, in the given order. */
    static JsonArray texts(Collection<String> items) {
        return array(items, Text::new);
    }

    static Text text(String value) {
        return new Text(value);
    }

    static Decimal number(long value) {
        return new Decimal(BigDecimal.valueOf(value));
    }

    /**
     * The shortest decimal that reads back as the same double.
     *
     * @throws IllegalArgumentException for NaN and infinities, which JSON cannot say
     */
    static Decimal number(double value) {
        return new Decimal(new BigDecimal(JsonWriter.shortest(value)));
    }

    /** The value null. */
    static Null nothing() {
        return new Null();
    }

    static Bool bool(boolean value) {
        return new Bool(value);
    }

    /** Two spaces a level, fields in the order they were put, a newline at the end. Same value, same text. */
    default String pretty() {
        return JsonWriter.pretty(this);
    }

    /** One line without blanks, fields in the order they were put, no newline. */
    default String compact() {
        return JsonWriter.compact(this);
    }

    /**
     * The canonical bytes of RFC 8785: no blanks, fields sorted by UTF-16 code units, numbers as ECMAScript writes doubles.
     *
     * @throws IllegalArgumentException for a number beyond the range of a double
     */
    default byte[] canonical() {
        return JsonWriter.canonical(this).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A text.
     *
     * @param value characters; halves of surrogate pairs, which UTF-8 cannot say, become U+FFFD
     */
    record Text(String value) implements Json {
        public Text {
            value = wellFormed(value);
        }

        static String wellFormed(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isSurrogate(text.charAt(i))) {
                    int[] points = text.codePoints().map(Text::sayable).toArray();
                    return new String(points, 0, points.length);
                }
            }
            return text;
        }

        private static int sayable(int point) {
            return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point;
        }
    }

    /**
     * A number, exact as it was read.
     *
     * @param value kept without trailing zeros, so that 1.0 equals 1
     */
    record Decimal(BigDecimal value) implements Json {
        public Decimal {
            value = value.stripTrailingZeros();
        }
    }

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}
}
