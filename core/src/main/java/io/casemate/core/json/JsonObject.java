package io.casemate.core.json;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object; equality ignores the order of the fields.
 *
 * @param fields by name, in the order they were put
 */
@CheckReturnValue
public record JsonObject(Map<String, Json> fields) implements Json {
    public JsonObject {
        var copy = new LinkedHashMap<String, Json>();
        fields.forEach((name, value) -> copy.put(Text.wellFormed(name), value));
        fields = Collections.unmodifiableMap(copy);
    }

    /**
     * This object with one more field at its end; a field of that name is replaced in its place. Costs a copy of the
     * object: build large ones from a map.
     */
    public JsonObject put(String name, Json value) {
        var copy = new LinkedHashMap<>(fields);
        copy.put(name, value);
        return new JsonObject(copy);
    }

    public JsonObject put(String name, String value) {
        return put(name, Json.text(value));
    }

    public JsonObject put(String name, long value) {
        return put(name, Json.number(value));
    }

    public JsonObject put(String name, double value) {
        return put(name, Json.number(value));
    }

    public JsonObject put(String name, boolean value) {
        return put(name, Json.bool(value));
    }

    /** Puts an array of the given values. */
    public JsonObject put(String name, Collection<? extends Json> items) {
        return put(name, Json.array(items));
    }

    /** This object without the field of that name, if it has one. */
    public JsonObject without(String name) {
        var copy = new LinkedHashMap<>(fields);
        copy.remove(name);
        return new JsonObject(copy);
    }

    public Optional<Json> get(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
