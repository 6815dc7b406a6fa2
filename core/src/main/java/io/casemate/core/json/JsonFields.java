package io.casemate.core.json;

import io.casemate.core.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Strict reading of one object's fields: what is absent or of the wrong type becomes a problem and a harmless value, so
 * that the reader goes on and all problems are found at once. Ask the sink before using what was read.
 *
 * @param where file, line and path of the object, the beginning of every problem's place
 * @param problems takes each problem found
 */
public record JsonFields(JsonObject object, String where, Consumer<Problem> problems) {
    /** The text of that name; "" after a problem. */
    public String text(String name) {
        return get(name, Json.Text.class, "a text").map(Json.Text::value).orElse("");
    }

    /** The text of that name, or the given one where the field is absent. */
    public String textOr(String name, String fallback) {
        return object.get(name).isEmpty() ? fallback : text(name);
    }

    /** The number of that name; 0 after a problem. */
    public double number(String name) {
        double value = decimal(name).doubleValue();
        if (!Double.isFinite(value)) {
            report(name, "is beyond the range of a double", "give a smaller number");
            return 0;
        }
        return value;
    }

    /** The whole number of that name, within the given bounds; the lower bound after a problem. */
    public long whole(String name, long min, long max) {
        BigDecimal value = decimal(name);
        if (value.compareTo(BigDecimal.valueOf(min)) < 0
                || value.compareTo(BigDecimal.valueOf(max)) > 0
                || value.stripTrailingZeros().scale() > 0) {
            report(name, "is not a whole number from %d to %d".formatted(min, max), "give one");
            return min;
        }
        return value.longValueExact();
    }

    /** The truth value of that name; false after a problem. */
    public boolean bool(String name) {
        return get(name, Json.Bool.class, "true or false").map(Json.Bool::value).orElse(false);
    }

    /** The moment of that name, written as {@code 2026-01-31T12:00:00Z}; 1970 after a problem. */
    public Instant instant(String name) {
        Optional<String> text = get(name, Json.Text.class, "a moment in UTC").map(Json.Text::value);
        try {
            return text.map(Instant::parse).orElse(Instant.EPOCH);
        } catch (DateTimeParseException e) {
            report(name, "is not a moment in UTC", "write it as 2026-01-31T12:00:00Z");
            return Instant.EPOCH;
        }
    }

    /** The object of that name; after a problem an empty one, whose fields are not missed again. */
    public JsonFields object(String name) {
        String path = "%s.%s".formatted(where, name);
        return get(name, JsonObject.class, "an object")
                .map(inner -> new JsonFields(inner, path, problems))
                .orElseGet(() -> new JsonFields(Json.object(), path, unused -> {}));
    }

    /** The items of the array of that name; none after a problem. */
    public List<Json> items(String name) {
        return get(name, JsonArray.class, "an array").map(JsonArray::items).orElse(List.of());
    }

    /** Reports every field that is none of the given ones. */
    public void allowOnly(String... names) {
        List<String> known = Arrays.asList(names);
        for (String name : object.fields().keySet()) {
            if (!known.contains(name)) {
                report(name, "is not a field known here", "known are " + String.join(", ", known));
            }
        }
    }

    /** Reports a problem with the field of that name. */
    public void report(String name, String what, String remedy) {
        problems.accept(new Problem("%s.%s".formatted(where, name), what, remedy));
    }

    private BigDecimal decimal(String name) {
        return get(name, Json.Decimal.class, "a number")
                .map(Json.Decimal::value)
                .orElse(BigDecimal.ZERO);
    }

    private <T extends Json> Optional<T> get(String name, Class<T> type, String wanted) {
        Optional<Json> value = object.get(name);
        if (value.isEmpty()) {
            report(name, "is absent", "give %s".formatted(wanted));
        } else if (!type.isInstance(value.get())) {
            report(name, "is not %s".formatted(wanted), "give %s".formatted(wanted));
        }
        return value.filter(type::isInstance).map(type::cast);
    }
}
