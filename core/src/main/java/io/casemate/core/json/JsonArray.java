package io.casemate.core.json;

import java.util.List;

/** A JSON array. */
public record JsonArray(List<Json> items) implements Json {
    public JsonArray {
        items = List.copyOf(items);
    }
}
