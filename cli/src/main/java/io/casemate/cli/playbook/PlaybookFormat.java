package io.casemate.cli.playbook;

import io.casemate.core.json.JsonObject;
import io.casemate.report.document.Document;
import io.casemate.report.html.HtmlDocument;
import io.casemate.report.markdown.MarkdownDocument;
import java.util.Locale;
import java.util.function.Supplier;

/** How a playbook is written. */
enum PlaybookFormat {
    TEXT,
    MD,
    HTML,
    JSON;

    String write(DocumentText text, Document document, Supplier<JsonObject> json) {
        return switch (this) {
            case TEXT -> text.of(document);
            case MD -> MarkdownDocument.of(document);
            case HTML -> HtmlDocument.of(document);
            case JSON -> json.get().pretty();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
