package io.casemate.scan.cache;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import java.util.List;

/** The items of an array that stands for a record: each place has its meaning. */
record Cells(List<Json> items) {
    Cells(Json array) {
        this(array instanceof JsonArray a ? a.items() : List.of());
    }

    String text(int i) {
        return text(item(i));
    }

    long whole(int i) {
        return whole(item(i));
    }

    /** Doubles are texts, since JSON knows no infinity. */
    double decimal(int i) {
        return Double.parseDouble(text(i));
    }

    Json item(int i) {
        if (i >= items.size()) {
            throw new IllegalArgumentException("need %d cells, got %d".formatted(i + 1, items.size()));
        }
        return items.get(i);
    }

    static String text(Json json) {
        if (json instanceof Json.Text text) {
            return text.value();
        }
        throw new IllegalArgumentException("need a text, got " + json.compact());
    }

    static long whole(Json json) {
        if (json instanceof Json.Decimal number) {
            return number.value().longValueExact();
        }
        throw new IllegalArgumentException("need a number, got " + json.compact());
    }

    static Json decimal(double value) {
        return Json.text(Double.toString(value));
    }
}
