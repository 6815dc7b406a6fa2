package io.casemate.report.json;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonObject;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Question;
import io.casemate.report.wording.Figures;

/** The open questions as JSON, the most valuable first. */
public final class QuestionsJson {
    private QuestionsJson() {}

    public static JsonObject of(Assessment assessment) {
        return Json.object()
                .put("casemate", JsonExporter.VERSION)
                .put("asOf", assessment.asOf().toString())
                .put("questions", array(assessment));
    }

    static JsonArray array(Assessment assessment) {
        return Json.array(assessment.questions(), QuestionsJson::question);
    }

    private static JsonObject question(Question question) {
        return Json.object()
                .put("id", question.id())
                .put("target", question.part())
                .put("fact", question.fact())
                .put("text", question.text())
                .put("value", Figures.six(question.value()))
                .put("scenarios", Json.texts(question.scenarios()));
    }
}
