package io.casemate.report.review;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.review.Due;
import io.casemate.core.review.ReviewStatus;
import io.casemate.core.review.Trigger;
import java.time.Instant;

/** The interface for programs: {@code knowledge/schema/review.schema.json} describes it. */
public final class ReviewJson {
    private ReviewJson() {}

    public static JsonObject of(ReviewStatus status, Instant asOf) {
        return Json.object()
                .put("casemate", 1)
                .put("asOf", asOf.toString())
                .put("last", status.last())
                .put("by", status.by())
                .put("everyMonths", status.everyMonths())
                .put("due", status.due().toString())
                .put("overdueDays", status.overdueDays())
                .put("triggers", Json.array(status.triggers(), ReviewJson::trigger))
                .put("agenda", Json.array(status.agenda(), ReviewJson::due));
    }

    private static JsonObject trigger(Trigger trigger) {
        return Json.object()
                .put("kind", trigger.kind().id())
                .put("subject", trigger.subject())
                .put("what", trigger.what());
    }

    private static JsonObject due(Due due) {
        return Json.object()
                .put("day", due.day().toString())
                .put("what", due.what())
                .put("who", due.who());
    }
}
