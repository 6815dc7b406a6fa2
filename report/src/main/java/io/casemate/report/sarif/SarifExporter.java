package io.casemate.report.sarif;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Gap;
import io.casemate.core.risk.Risk;
import io.casemate.core.threat.Threat;
import io.casemate.report.spi.Exporter;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Words;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * One run: threats are rules, shown scenarios are results, published lists are taxonomies. What could not be looked at is a
 * notification of the run, so that an empty list of results never reads as clean.
 */
public final class SarifExporter implements Exporter {
    @Override
    public String id() {
        return "sarif";
    }

    @Override
    public String fileName() {
        return "report.sarif";
    }

    @Override
    public void write(Assessment assessment, Knowledge knowledge, Writer out) throws IOException {
        var glossary = Glossary.of(knowledge, assessment.topology());
        List<Risk> shown = assessment.shown();
        var byId = new TreeMap<String, Threat>();
        shown.forEach(r -> byId.put(r.threat().id(), r.threat()));
        List<Threat> threats = List.copyOf(byId.values());
        var taxonomies = new Taxonomies(threats, glossary);
        var rules = new Rules(shown, glossary, taxonomies);
        var results = new Results(glossary, threats.stream().map(Threat::id).toList());
        JsonObject driver = Json.object()
                .put("name", "Casemate")
                .put("rules", Json.array(threats, rules::rule))
                .put("supportedTaxonomies", taxonomies.references());
        JsonObject run = Json.object()
                .put("tool", Json.object().put("driver", driver))
                .put("taxonomies", taxonomies.components())
                .put("invocations", Json.array(invocation(assessment)))
                .put("columnKind", "utf16CodeUnits")
                .put("results", Json.array(shown, results::result));
        out.write(SarifLog.of(run));
    }

    private static JsonObject invocation(Assessment assessment) {
        List<Json> notifications = new ArrayList<>();
        assessment.gaps().forEach(g -> notifications.add(notification(g)));
        return Json.object()
                .put("executionSuccessful", true)
                .put("endTimeUtc", assessment.asOf().toString())
                .put("toolExecutionNotifications", notifications);
    }

    private static JsonObject notification(Gap gap) {
        String text = "%s: %s. %s.".formatted(gap.where(), gap.what(), Words.capital(gap.remedy()));
        return SarifLog.notification(text);
    }
}
