package io.casemate.report.json;

import io.casemate.core.diff.Cause;
import io.casemate.core.diff.Consequence;
import io.casemate.core.diff.Consequence.Change;
import io.casemate.core.diff.Difference;
import io.casemate.core.diff.Standing;
import io.casemate.core.diff.edit.Renames.Rename;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Gap;
import io.casemate.core.threat.Weights;
import io.casemate.report.wording.Figures;

/** A difference as JSON; {@code knowledge/schema/diff.schema.json} says what is what. */
public final class DifferenceJson {
    private DifferenceJson() {}

    /**
     * The difference, whole.
     *
     * @param bands where the likelihoods begin, for the outlook
     */
    public static JsonObject of(Difference difference, Weights.Bands bands) {
        return Json.object()
                .put("casemate", JsonExporter.VERSION)
                .put("asOf", difference.after().asOf().toString())
                .put("before", side(difference.before(), difference.from().toString(), bands))
                .put("after", side(difference.after(), difference.after().asOf().toString(), bands))
                .put("opened", Json.array(difference.opened(), DifferenceJson::gap))
                .put("closed", Json.array(difference.closed(), DifferenceJson::gap))
                .put("consequences", counts(difference))
                .put("causes", Json.array(difference.causes(), DifferenceJson::cause));
    }

    private static JsonObject side(Assessment assessment, String asOf, Weights.Bands bands) {
        JsonObject json = Json.object()
                .put("system", assessment.topology().model().scope().name())
                .put("asOf", asOf)
                .put("outlook", assessment.outlook(bands).id());
        for (Band band : Band.values()) {
            json = json.put(
                    band.id(),
                    assessment.shown().stream()
                            .filter(r -> r.current().band() == band)
                            .count());
        }
        return json.put("questions", assessment.questions().size())
                .put("gaps", assessment.gaps().size());
    }

    private static JsonObject gap(Gap gap) {
        return Json.object().put("where", gap.where()).put("what", gap.what()).put("remedy", gap.remedy());
    }

    private static JsonObject counts(Difference difference) {
        JsonObject json = Json.object();
        for (Change change : Change.values()) {
            json = json.put(
                    change.id(),
                    difference.consequences().filter(c -> c.change() == change).count());
        }
        return json;
    }

    private static JsonObject cause(Cause cause) {
        return Json.object()
                .put("number", cause.number())
                .put("change", cause.act().change().id())
                .put("kind", cause.act().kind().id())
                .put("id", cause.act().id())
                .put("aspect", cause.act().aspect().id())
                .put("title", cause.title())
                .put("hint", cause.hint())
                .put("renames", Json.array(cause.act().renames(), DifferenceJson::rename))
                .put("details", Json.array(cause.details(), DifferenceJson::detail))
                .put("crossings", Json.array(cause.crossings(), DifferenceJson::crossing))
                .put("consequences", Json.array(cause.consequences(), DifferenceJson::consequence));
    }

    private static JsonObject rename(Rename rename) {
        return Json.object()
                .put("kind", rename.kind().id())
                .put("before", rename.before())
                .put("after", rename.after())
                .put("formerly", rename.written());
    }

    private static JsonObject detail(Cause.Detail detail) {
        return Json.object()
                .put("what", detail.what())
                .put("before", detail.before())
                .put("after", detail.after())
                .put("effect", detail.effect().id());
    }

    private static JsonObject crossing(Cause.Crossing crossing) {
        return Json.object()
                .put("flow", crossing.flow())
                .put("zone", crossing.zone())
                .put("begins", crossing.begins());
    }

    private static JsonObject consequence(Consequence consequence) {
        return Json.object()
                .put("scenario", consequence.scenario())
                .put("change", consequence.change().id())
                .put("shown", consequence.shown())
                .put("weight", Figures.six(consequence.weight()))
                .put("before", standing(consequence.before()))
                .put("after", standing(consequence.after()))
                .put(
                        "terms",
                        Json.array(
                                consequence.terms(),
                                t -> Json.object()
                                        .put("source", t.source())
                                        .put("before", Figures.six(t.before()))
                                        .put("after", Figures.six(t.after()))
                                        .put("reason", t.reason())))
                .put("with", Json.array(consequence.with(), Json::number));
    }

    private static JsonObject standing(Standing standing) {
        return switch (standing) {
            case Standing.Absent a -> Json.object().put("state", "absent");
            case Standing.Ended e ->
                Json.object()
                        .put("state", "ended")
                        .put("controls", Json.texts(e.answered().controls()))
                        .put("verified", e.answered().verified());
            case Standing.Open o ->
                RatingJson.onto(
                        Json.object()
                                .put("state", o.risk().incident().happened() ? "incident" : "open")
                                .put("path", Json.texts(o.risk().path())),
                        o.risk().current());
        };
    }
}
