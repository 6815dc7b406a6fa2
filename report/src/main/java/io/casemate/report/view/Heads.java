package io.casemate.report.view;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Risk;
import io.casemate.report.document.Line;

/** What all views begin with, and how they name a scenario. */
public final class Heads {
    private Heads() {}

    public static String system(Assessment assessment) {
        return assessment.topology().model().scope().name();
    }

    public static JsonObject json(String view, Assessment assessment) {
        return Json.object()
                .put("casemate", 1)
                .put("view", view)
                .put("asOf", assessment.asOf().toString())
                .put("system", system(assessment));
    }

    /** The band, or that it happened. */
    public static Line band(Risk risk) {
        return risk.incident().happened()
                ? Line.EMPTY.band("happened", Band.HIGH)
                : Line.EMPTY.band(risk.current().band().id(), risk.current().band());
    }

    public static JsonObject scenario(Risk risk) {
        return Json.object()
                .put("id", risk.id())
                .put("title", risk.threat().title())
                .put("target", risk.part().id())
                .put("band", risk.current().band().id())
                .put("score", risk.current().score())
                .put("happened", risk.incident().happened());
    }
}
