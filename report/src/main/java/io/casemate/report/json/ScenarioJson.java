package io.casemate.report.json;

import io.casemate.core.evidence.Evidence;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.model.Named;
import io.casemate.core.model.Treatment;
import io.casemate.core.risk.EvidenceUse;
import io.casemate.core.risk.Incident;
import io.casemate.core.risk.MitigationEffect;
import io.casemate.core.risk.Presumed;
import io.casemate.core.risk.Range;
import io.casemate.core.risk.Risk;
import io.casemate.report.wording.Figures;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Observations;
import java.util.Locale;

/** One scenario as JSON. */
record ScenarioJson(Glossary glossary) {
    JsonObject of(Risk risk) {
        JsonObject json = Json.object()
                .put("id", risk.id())
                .put("threat", risk.threat().id())
                .put("title", risk.threat().title())
                .put("target", risk.part().id())
                .put("path", Json.texts(risk.path()))
                .put("story", risk.story());
        return RatingJson.onto(json, risk.current())
                .put("inherent", RatingJson.of(risk.inherent()))
                .put("residualTarget", RatingJson.of(risk.target()))
                .put("range", range(risk.range()))
                .put("incident", incident(risk.incident()))
                .put("presumed", Json.array(risk.presumed(), ScenarioJson::presumed))
                .put("shown", risk.shown())
                .put("hiddenBecause", risk.hiddenBecause())
                .put("treatment", treatment(risk.treatment()))
                .put(
                        "references",
                        Json.array(
                                risk.threat().references(),
                                r -> Json.text(glossary.cite(r).label())))
                .put(
                        "stride",
                        Json.texts(risk.threat().stride().stream()
                                .sorted()
                                .map(Named::id)
                                .toList()))
                .put("stage", risk.threat().stage().id())
                .put("adversaries", Json.texts(risk.adversaries()))
                .put("mitigations", Json.array(risk.mitigations(), ScenarioJson::mitigation))
                .put("evidence", Json.array(risk.evidence(), ScenarioJson::evidence));
    }

    static JsonObject range(Range range) {
        return Json.object().put("low", Figures.six(range.low())).put("high", Figures.six(range.high()));
    }

    private static Json incident(Incident incident) {
        return incident.happened()
                ? Json.object()
                        .put("evidence", incident.evidence())
                        .put("since", incident.since().toString())
                : Json.nothing();
    }

    static JsonObject presumed(Presumed presumed) {
        return Json.object()
                .put("target", presumed.part())
                .put("fact", presumed.fact())
                .put("value", presumed.value())
                .put("because", presumed.because());
    }

    private static Json treatment(Treatment treatment) {
        return treatment.decided()
                ? Json.object()
                        .put("action", treatment.action().id())
                        .put("mitigations", Json.texts(treatment.mitigations()))
                        .put("owner", treatment.owner())
                        .put("due", treatment.due())
                        .put("status", treatment.status().id())
                        .put("reason", treatment.reason())
                : Json.nothing();
    }

    private static JsonObject mitigation(MitigationEffect effect) {
        return Json.object()
                .put("id", effect.mitigation())
                .put("state", effect.state().name().toLowerCase(Locale.ROOT))
                .put("after", RatingJson.of(effect.after()));
    }

    private static JsonObject evidence(EvidenceUse use) {
        Evidence body = use.evidence().body();
        return Json.object()
                .put("seq", use.evidence().seq())
                .put("kind", Observations.kind(body))
                .put("source", body.provenance().source())
                .put("observedAt", body.provenance().observedAt().toString())
                .put("headline", Observations.headline(body))
                .put("counts", use.counts())
                .put("note", use.note());
    }
}
