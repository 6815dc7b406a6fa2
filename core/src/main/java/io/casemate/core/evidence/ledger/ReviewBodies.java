package io.casemate.core.evidence.ledger;

import io.casemate.core.evidence.Reviewed;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonObject;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The bodies of reviews. Earlier versions left them to whoever wrote them, so that nothing in one is ever a problem. */
final class ReviewBodies {
    private ReviewBodies() {}

    static JsonObject body(Reviewed review) {
        JsonObject artifacts = Json.object();
        for (var artifact : review.artifacts().entrySet()) {
            artifacts = artifacts.put(artifact.getKey(), artifact.getValue());
        }
        return Json.object()
                .put("by", review.by())
                .put("note", review.note())
                .put("scope", Json.texts(review.scope()))
                .put("modelSha256", review.modelSha256())
                .put("head", review.head())
                .put("knowledgeSha256", review.knowledgeSha256())
                .put("artifacts", artifacts);
    }

    static Reviewed read(JsonObject body) {
        SortedMap<String, String> artifacts = new TreeMap<>();
        if (body.get("artifacts").orElse(Json.object()) instanceof JsonObject object) {
            object.fields().keySet().forEach(path -> artifacts.put(path, text(object, path)));
        }
        return new Reviewed(
                text(body, "by"),
                text(body, "note"),
                scope(body),
                text(body, "modelSha256"),
                text(body, "head"),
                text(body, "knowledgeSha256"),
                artifacts);
    }

    private static List<String> scope(JsonObject body) {
        return body.get("scope").orElse(Json.array()) instanceof JsonArray array
                ? array.items().stream()
                        .filter(Json.Text.class::isInstance)
                        .map(item -> ((Json.Text) item).value())
                        .toList()
                : List.of();
    }

    private static String text(JsonObject body, String name) {
        return body.get(name).orElse(Json.nothing()) instanceof Json.Text text ? text.value() : "";
    }
}
