package io.casemate.report.view;

import io.casemate.core.json.JsonObject;
import io.casemate.report.document.Document;

/** An answer to one question about an assessment, ready for any format. */
public interface View {
    /** For people. */
    Document document();

    /** For programs. */
    JsonObject json();
}
