package io.casemate.report.sarif;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Treatment.Action;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Risk;
import io.casemate.report.wording.Figures;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Reasons;
import java.util.List;

/**
 * Scenarios as results.
 *
 * @param rules ids of the rules in their order
 */
record Results(Glossary glossary, List<String> rules) {
    private static final String MODEL_FILE = "casemate.yaml";

    static Band band(Risk risk) {
        return risk.incident().happened() ? Band.HIGH : risk.current().band();
    }

    static String level(Band band) {
        return switch (band) {
            case HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    JsonObject result(Risk risk) {
        JsonObject result = Json.object()
                .put("ruleId", risk.threat().id())
                .put("ruleIndex", rules.indexOf(risk.threat().id()))
                .put("level", level(band(risk)))
                .put("message", SarifLog.text(message(risk)))
                .put("locations", Json.array(location(risk)))
                .put("partialFingerprints", Json.object().put("casemateScenario/v1", risk.id()))
                .put("rank", Figures.six(risk.current().score() * 100.0 / 9))
                .put("properties", properties(risk));
        return settled(risk) ? result.put("suppressions", Json.array(suppression(risk))) : result;
    }

    private String message(Risk risk) {
        return "%s\n%s".formatted(risk.story(), new Reasons(glossary).why(risk)).strip();
    }

    private JsonObject location(Risk risk) {
        String kind = switch (risk.part()) {
            case Element e -> "element";
            case Flow f -> "flow";
        };
        JsonObject physical = Json.object()
                .put("artifactLocation", Json.object().put("uri", MODEL_FILE))
                .put("region", Json.object().put("startLine", 1));
        JsonObject logical = Json.object()
                .put("name", glossary.name(risk.part().id()))
                .put("fullyQualifiedName", risk.part().id())
                .put("kind", kind);
        return Json.object().put("physicalLocation", physical).put("logicalLocations", Json.array(logical));
    }

    private static JsonObject properties(Risk risk) {
        return Json.object()
                .put("scenario", risk.id())
                .put("path", Json.texts(risk.path()))
                .put("likelihood", risk.current().likelihood())
                .put("impact", risk.current().impact())
                .put("score", risk.current().score())
                .put("band", risk.current().band().id())
                .put("annualProbability", Figures.six(risk.current().probability()))
                .put("incident", risk.incident().happened());
    }

    /** Whether people decided to live with it; a treatment under way is no reason to be silent. */
    private static boolean settled(Risk risk) {
        Action action = risk.treatment().action();
        return risk.treatment().decided() && action != Action.MITIGATE;
    }

    private static JsonObject suppression(Risk risk) {
        return Json.object()
                .put("kind", "external")
                .put("status", "accepted")
                .put(
                        "justification",
                        "%s: %s"
                                .formatted(
                                        risk.treatment().action().id(),
                                        risk.treatment().reason()));
    }
}
