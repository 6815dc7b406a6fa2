package io.casemate.report.playbook;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.playbook.Playbook;
import io.casemate.core.knowledge.playbook.Playbook.Step;
import io.casemate.core.model.Named;
import java.util.Collection;

/** A playbook as JSON, with its placeholders. */
public final class PlaybookJson {
    private PlaybookJson() {}

    public static JsonObject of(Playbook playbook) {
        return Json.object()
                .put("casemate", 1)
                .put("id", playbook.id())
                .put("title", playbook.title())
                .put("purpose", playbook.purpose())
                .put("when", playbook.when())
                .put("takes", playbook.takes())
                .put(
                        "roles",
                        Json.array(
                                playbook.roles(),
                                r -> Json.object()
                                        .put("id", r.id())
                                        .put("title", r.title())
                                        .put("asks", Json.texts(r.asks()))))
                .put("steps", Json.array(playbook.steps(), PlaybookJson::of));
    }

    static JsonObject of(Step step) {
        return Json.object()
                .put("id", step.id())
                .put("title", step.title())
                .put("each", step.each().id())
                .put("kinds", ids(step.kinds()))
                .put("do", step.task())
                .put("ask", Json.texts(step.ask()))
                .put("command", step.command())
                .put("leaves", step.leaves())
                .put("decides", step.decides())
                .put("doneBy", ids(step.doneBy()));
    }

    private static Json ids(Collection<? extends Named> words) {
        return Json.texts(words.stream().map(Named::id).sorted().toList());
    }
}
