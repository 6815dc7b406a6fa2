package io.casemate.report.json;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.FrequencyTerms;
import io.casemate.core.risk.Risk;
import io.casemate.core.risk.Term;
import io.casemate.report.wording.Figures;

/** The sum behind one risk as JSON. */
public final class ExplainJson {
    private ExplainJson() {}

    public static JsonObject of(Assessment assessment, Risk risk) {
        JsonObject json = Json.object()
                .put("casemate", JsonExporter.VERSION)
                .put("asOf", assessment.asOf().toString())
                .put("id", risk.id())
                .put("title", risk.threat().title())
                .put("story", risk.story())
                .put("path", Json.texts(risk.path()))
                .put("prior", Figures.six(risk.prior()))
                .put("posterior", Figures.six(risk.current().vulnerability()))
                .put("terms", Json.array(risk.terms(), ExplainJson::term))
                .put("rate", frequency(risk.frequency()));
        return RatingJson.onto(json, risk.current())
                .put("range", ScenarioJson.range(risk.range()))
                .put("presumed", Json.array(risk.presumed(), ScenarioJson::presumed));
    }

    private static JsonObject term(Term term) {
        return Json.object()
                .put("source", term.source())
                .put("decibans", Figures.six(term.decibans()))
                .put("observed", term.observed())
                .put("reason", term.reason());
    }

    private static JsonObject frequency(FrequencyTerms terms) {
        return Json.object()
                .put("shape", Figures.six(terms.shape()))
                .put("years", Figures.six(terms.years()))
                .put("alerts", terms.alerts())
                .put("observedYears", Figures.six(terms.observedYears()))
                .put("mean", Figures.six(terms.mean()));
    }
}
