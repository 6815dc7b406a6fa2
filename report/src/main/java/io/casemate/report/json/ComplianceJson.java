package io.casemate.report.json;

import io.casemate.core.compliance.ComplianceView;
import io.casemate.core.compliance.ComplianceView.Result;
import io.casemate.core.compliance.Fulfilment;
import io.casemate.core.compliance.Seen;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.report.wording.Figures;

/** What satisfies the requirements of a list, as JSON. */
public final class ComplianceJson {
    private ComplianceJson() {}

    public static JsonObject of(ComplianceView view) {
        JsonObject counts = Json.object();
        for (Fulfilment fulfilment : Fulfilment.values()) {
            counts = counts.put(fulfilment.id(), view.count(fulfilment));
        }
        return Json.object()
                .put("casemate", JsonExporter.VERSION)
                .put("asOf", view.assessment().asOf().toString())
                .put("system", view.assessment().topology().model().scope().name())
                .put("framework", view.framework().id())
                .put("title", view.framework().title())
                .put("edition", view.framework().version())
                .put("authority", view.framework().authority())
                .put("coverage", Figures.six(view.coverage()))
                .put("counts", counts)
                .put("requirements", Json.array(view.results(), ComplianceJson::result));
    }

    private static JsonObject result(Result result) {
        return Json.object()
                .put("id", result.id())
                .put("name", result.name())
                .put("status", result.fulfilment().id())
                .put("because", result.words())
                .put("shownBy", Json.array(result.seen(), ComplianceJson::seen));
    }

    private static JsonObject seen(Seen seen) {
        return Json.object()
                .put("proof", seen.proof().toString())
                .put("status", seen.fulfilment().id())
                .put("found", seen.words());
    }
}
