package io.casemate.core.yaml;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** A document as an editor sees it that checks schemas. */
public final class AsJson {
    private AsJson() {}

    /** As YAML 1.2 reads it: plain true, false and numbers are such, all else is text. */
    public static Json of(YamlCursor at) {
        return switch (at.form()) {
            case NOTHING -> Json.nothing();
            case LIST -> Json.array(at.items(), AsJson::of);
            case MAPPING -> {
                Map<String, Json> fields = new LinkedHashMap<>();
                at.entries().forEach((key, value) -> fields.put(key, of(value)));
                yield new JsonObject(fields);
            }
            case TEXT -> {
                String text = at.text("");
                yield text.matches("true|false")
                        ? Json.bool(text.equals("true"))
                        : text.matches("-?[0-9.]+(e[0-9]+)?") ? Json.number(Double.parseDouble(text)) : Json.text(text);
            }
        };
    }
}
