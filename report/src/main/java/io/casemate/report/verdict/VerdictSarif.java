package io.casemate.report.verdict;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.verdict.Outcome;
import io.casemate.core.verdict.Ruling;
import io.casemate.core.verdict.Verdict;
import io.casemate.report.sarif.SarifLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What did not pass, as results of SARIF 2.1.0 that point into the model, or the policy where a waiver expired. */
final class VerdictSarif {
    private VerdictSarif() {}

    static String of(Verdict verdict) {
        Map<String, String> titles = new LinkedHashMap<>();
        verdict.rulings().forEach(r -> titles.putIfAbsent(r.rule(), r.title()));
        List<String> rules = List.copyOf(titles.keySet());
        List<Ruling> open = verdict.rulings().stream()
                .filter(r -> r.outcome() != Outcome.PASS)
                .toList();
        JsonObject driver = Json.object()
                .put("name", "Casemate gate")
                .put(
                        "rules",
                        Json.array(
                                rules,
                                id -> Json.object()
                                        .put("id", id)
                                        .put("shortDescription", SarifLog.text(titles.getOrDefault(id, id)))));
        JsonObject invocation = Json.object()
                .put("executionSuccessful", true)
                .put("endTimeUtc", verdict.asOf().toString())
                .put("toolExecutionNotifications", Json.array(verdict.notes(), SarifLog::notification));
        return SarifLog.of(Json.object()
                .put("tool", Json.object().put("driver", driver))
                .put("invocations", Json.array(invocation))
                .put("columnKind", "utf16CodeUnits")
                .put("results", Json.array(open, r -> result(r, rules)))
                .put(
                        "properties",
                        Json.object().put("verdict", verdict.outcome().id())));
    }

    private static JsonObject result(Ruling ruling, List<String> rules) {
        JsonObject physical = Json.object()
                .put(
                        "artifactLocation",
                        Json.object().put("uri", ruling.place().file().replace('\\', '/')))
                .put("region", Json.object().put("startLine", ruling.place().line()));
        JsonObject logical = Json.object().put("fullyQualifiedName", ruling.subject());
        JsonObject location =
                Json.object().put("physicalLocation", physical).put("logicalLocations", Json.array(logical));
        JsonObject result = Json.object()
                .put("ruleId", ruling.rule())
                .put("ruleIndex", rules.indexOf(ruling.rule()))
                .put("level", ruling.outcome() == Outcome.FAIL ? "error" : "warning")
                .put(
                        "message",
                        SarifLog.text("%s\n%s"
                                .formatted(ruling.message(), ruling.remedy())
                                .strip()))
                .put("locations", Json.array(location))
                .put(
                        "partialFingerprints",
                        Json.object().put("casemateRuling/v1", ruling.rule() + "/" + ruling.subject()))
                .put("properties", Json.object().put("outcome", ruling.outcome().id()));
        return ruling.outcome() == Outcome.WAIVED
                ? result.put(
                        "suppressions",
                        Json.array(Json.object()
                                .put("kind", "external")
                                .put("status", "accepted")
                                .put("justification", ruling.waiver())))
                : result;
    }
}
