package io.casemate.report.json;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Action;
import io.casemate.core.risk.Answered;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Coverage;
import io.casemate.core.risk.Coverage.Outcome;
import io.casemate.core.risk.Gap;
import io.casemate.core.risk.Incident;
import io.casemate.core.risk.Risk;
import io.casemate.report.spi.Exporter;
import io.casemate.report.wording.Glossary;
import java.io.IOException;
import java.io.Writer;

/** An assessment as versioned JSON; {@code casemate} stands first and grows when a field changes its meaning. */
public final class JsonExporter implements Exporter {
    /** Version of the interface. */
    public static final int VERSION = 1;

    @Override
    public String id() {
        return "json";
    }

    @Override
    public String fileName() {
        return "report.json";
    }

    @Override
    public void write(Assessment assessment, Knowledge knowledge, Writer out) throws IOException {
        out.write(tree(assessment, knowledge).pretty());
    }

    /** The same as a tree, for those who add to it. */
    public static JsonObject tree(Assessment assessment, Knowledge knowledge) {
        var glossary = Glossary.of(knowledge, assessment.topology());
        var scenario = new ScenarioJson(glossary);
        return Json.object()
                .put("casemate", VERSION)
                .put("asOf", assessment.asOf().toString())
                .put("system", assessment.topology().model().scope().name())
                .put("verdict", assessment.outlook(knowledge.weights().bands()).id())
                .put("counts", counts(assessment))
                .put("scenarios", Json.array(assessment.risks(), scenario::of))
                .put("questions", QuestionsJson.array(assessment))
                .put("gaps", Json.array(assessment.gaps(), JsonExporter::gap))
                .put("coverage", coverage(assessment.coverage()))
                .put("answered", Json.array(assessment.answered(), JsonExporter::answered))
                .put("actions", Json.array(assessment.actions(), JsonExporter::action))
                .put("review", review(assessment));
    }

    private static JsonObject counts(Assessment assessment) {
        JsonObject counts = Json.object();
        for (var band : Band.values()) {
            long shown = assessment.shown().stream()
                    .filter(r -> r.current().band() == band)
                    .count();
            counts = counts.put(band.id(), shown);
        }
        return counts.put(
                        "hidden",
                        assessment.risks().stream().filter(r -> !r.shown()).count())
                .put(
                        "incidents",
                        assessment.risks().stream()
                                .map(Risk::incident)
                                .filter(Incident::happened)
                                .count());
    }

    private static JsonObject gap(Gap gap) {
        return Json.object().put("where", gap.where()).put("what", gap.what()).put("remedy", gap.remedy());
    }

    private static JsonObject coverage(Coverage coverage) {
        JsonObject json = Json.object()
                .put("elements", coverage.elements())
                .put("flows", coverage.flows())
                .put("tried", coverage.threats().size());
        for (Outcome outcome : Outcome.values()) {
            json = json.put(
                    outcome.id(),
                    coverage.threats().stream()
                            .filter(t -> t.outcome() == outcome)
                            .count());
        }
        return json.put(
                "threats",
                Json.array(
                        coverage.threats(),
                        t -> Json.object()
                                .put("threat", t.threat())
                                .put("outcome", t.outcome().id())
                                .put("scenarios", t.scenarios())
                                .put("because", t.because())));
    }

    private static JsonObject answered(Answered answered) {
        return Json.object()
                .put("id", answered.id())
                .put("threat", answered.threat())
                .put("target", answered.target())
                .put("controls", Json.texts(answered.controls()))
                .put("verified", answered.verified())
                .put("inherent", RatingJson.of(answered.inherent()));
    }

    private static JsonObject action(Action action) {
        return Json.object()
                .put("priority", action.priority())
                .put("scenario", action.scenario())
                .put("mitigation", action.mitigation())
                .put("owner", action.owner())
                .put("due", action.due())
                .put("status", action.status())
                .put("overdue", action.overdue())
                .put("after", RatingJson.of(action.after()));
    }

    private static JsonObject review(Assessment assessment) {
        var review = assessment.review();
        return Json.object()
                .put("last", review.last())
                .put("due", review.due().toString())
                .put("triggers", Json.texts(review.triggers()));
    }
}
