package io.casemate.report.json;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.risk.Rating;
import io.casemate.report.wording.Figures;

/** One state of a risk as JSON. */
final class RatingJson {
    private RatingJson() {}

    static JsonObject of(Rating rating) {
        return onto(Json.object(), rating);
    }

    /** The rating's fields behind those of the given object. */
    static JsonObject onto(JsonObject json, Rating rating) {
        return json.put("vulnerability", Figures.six(rating.vulnerability()))
                .put("frequency", Figures.six(rating.frequency()))
                .put("probability", Figures.six(rating.probability()))
                .put("likelihood", rating.likelihood())
                .put("impact", rating.impact())
                .put("score", rating.score())
                .put("band", rating.band().id());
    }
}
