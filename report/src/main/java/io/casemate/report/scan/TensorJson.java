package io.casemate.report.scan;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.scan.weight.Comparison;
import io.casemate.scan.weight.Moments;
import io.casemate.scan.weight.TensorChange;
import io.casemate.scan.weight.TensorStatistics;
import java.util.Locale;

/** Statistics of one tensor as JSON; a number that JSON cannot say is left out. */
final class TensorJson {
    private TensorJson() {}

    static JsonObject of(TensorStatistics tensor) {
        Moments moments = tensor.moments();
        JsonObject json = Json.object()
                .put("name", tensor.name())
                .put("type", tensor.type().name())
                .put("shape", Json.array(tensor.shape(), Json::number));
        json = finite(json, "min", moments.min());
        json = finite(json, "max", moments.max());
        if (moments.count() > 0) {
            json = finite(json, "mean", moments.mean());
            json = finite(json, "standardDeviation", moments.standardDeviation());
            json = finite(json, "kurtosis", moments.kurtosis());
        }
        return json.put("zeroShare", tensor.zeroShare())
                .put("notANumber", tensor.notANumber())
                .put("infinite", tensor.infinite())
                .put("byteEntropy", tensor.byteEntropy());
    }

    /** How many tensors changed in which way, all ways. */
    static JsonObject of(Comparison comparison) {
        JsonObject json = Json.object();
        for (TensorChange.Kind kind : TensorChange.Kind.values()) {
            json = json.put(id(kind), comparison.counts().getOrDefault(kind, 0));
        }
        return json;
    }

    private static String id(TensorChange.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What became of a tensor. */
    static JsonObject of(TensorChange change) {
        JsonObject json = Json.object().put("name", change.name()).put("kind", id(change.kind()));
        json = finite(json, "relativeDistance", change.relativeDistance());
        json = finite(json, "cosine", change.cosine());
        json = finite(json, "largestDifference", change.largestDifference());
        json = change.twin().isEmpty() ? json : json.put("twin", change.twin());
        return change.detail().isEmpty() ? json : json.put("detail", change.detail());
    }

    private static JsonObject finite(JsonObject json, String name, double number) {
        return Double.isFinite(number) ? json.put(name, number) : json;
    }
}
