package io.casemate.report.verdict;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.verdict.Outcome;
import io.casemate.core.verdict.Ruling;
import io.casemate.core.verdict.Verdict;

/** The interface for programs: {@code knowledge/schema/check.schema.json} describes it. */
final class VerdictJson {
    private VerdictJson() {}

    static String of(Verdict verdict) {
        JsonObject counts = Json.object();
        for (Outcome outcome : Outcome.values()) {
            counts = counts.put(outcome.id(), verdict.of(outcome).size());
        }
        return Json.object()
                .put("casemate", 1)
                .put("system", verdict.system())
                .put("asOf", verdict.asOf().toString())
                .put("policy", verdict.policy())
                .put("verdict", verdict.outcome().id())
                .put("counts", counts)
                .put("rulings", Json.array(verdict.rulings(), VerdictJson::ruling))
                .put("notes", Json.texts(verdict.notes()))
                .pretty();
    }

    private static JsonObject ruling(Ruling ruling) {
        return Json.object()
                .put("rule", ruling.rule())
                .put("title", ruling.title())
                .put("subject", ruling.subject())
                .put("outcome", ruling.outcome().id())
                .put("message", ruling.message())
                .put("remedy", ruling.remedy())
                .put("waiver", ruling.waiver())
                .put(
                        "location",
                        Json.object()
                                .put("file", ruling.place().file())
                                .put("line", ruling.place().line()));
    }
}
