package io.casemate.core.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.NumberToJSON;

/** Writes one value. Texts are escaped as RFC 8785 section 3.2.2.2 says in every layout. */
final class JsonWriter {
    private enum Layout {
        PRETTY,
        COMPACT,
        CANONICAL
    }

    private final StringBuilder out = new StringBuilder();
    private final Layout layout;

    private JsonWriter(Layout layout) {
        this.layout = layout;
    }

    static String pretty(Json json) {
        return write(json, Layout.PRETTY) + '\n';
    }

    static String compact(Json json) {
        return write(json, Layout.COMPACT);
    }

    static String canonical(Json json) {
        return write(json, Layout.CANONICAL);
    }

    /** The digits and layout of ECMAScript's Number::toString, which RFC 8785 prescribes. */
    static String shortest(double value) {
        try {
            return NumberToJSON.serializeNumber(value);
        } catch (IOException notFinite) {
            throw new IllegalArgumentException("JSON has no number for " + value, notFinite);
        }
    }

    private static String write(Json json, Layout layout) {
        var writer = new JsonWriter(layout);
        writer.value(json, 1);
        return writer.out.toString();
    }

    private void value(Json json, int depth) {
        switch (json) {
            case JsonObject object -> object(object.fields(), depth);
            case JsonArray array -> array(array, depth);
            case Json.Text text -> text(text.value());
            case Json.Decimal number -> out.append(number(number.value()));
            case Json.Bool bool -> out.append(bool.value());
            case Json.Null nothing -> out.append("null");
        }
    }

    private void object(Map<String, Json> fields, int depth) {
        // String's natural order is by UTF-16 code units, the order that RFC 8785 section 3.2.3 wants
        var ordered = layout == Layout.CANONICAL ? new TreeMap<>(fields) : fields;
        out.append('{');
        String separator = "";
        for (var field : ordered.entrySet()) {
            out.append(separator);
            newline(depth);
            text(field.getKey());
            out.append(layout == Layout.PRETTY ? ": " : ":");
            value(field.getValue(), depth + 1);
            separator = ",";
        }
        if (!fields.isEmpty()) {
            newline(depth - 1);
        }
        out.append('}');
    }

    private void array(JsonArray array, int depth) {
        out.append('[');
        String separator = "";
        for (Json item : array.items()) {
            out.append(separator);
            newline(depth);
            value(item, depth + 1);
            separator = ",";
        }
        if (!array.items().isEmpty()) {
            newline(depth - 1);
        }
        out.append(']');
    }

    private void newline(int depth) {
        if (layout == Layout.PRETTY) {
            out.append('\n').repeat("  ", depth);
        }
    }

    private String number(BigDecimal value) {
        double nearest = value.doubleValue();
        if (layout == Layout.CANONICAL) {
            return shortest(nearest);
        }
        boolean exact = Double.isFinite(nearest) && new BigDecimal(shortest(nearest)).compareTo(value) == 0;
        return exact ? shortest(nearest) : value.toString();
    }

    private void text(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
