package io.casemate.report.sarif;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;

/** What every document of SARIF 2.1.0 from here has in common. */
public final class SarifLog {
    private SarifLog() {}

    /** The document of one run. */
    public static String of(JsonObject run) {
        return Json.object()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0")
                .put("runs", Json.array(run))
                .pretty();
    }

    /** A text as SARIF wants messages and descriptions. */
    public static JsonObject text(String text) {
        return Json.object().put("text", text);
    }

    /** Something that a run could not look at. */
    public static JsonObject notification(String message) {
        return Json.object().put("level", "warning").put("message", text(message));
    }
}
