package io.casemate.report.html;

import io.casemate.report.document.Document;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes a document as one self-contained HTML file. */
public final class HtmlDocument {
    private HtmlDocument() {}

    public static String of(Document document) {
        var out = new StringWriter();
        try {
            Templates.Plain.TEMPLATE.write("document", document, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return out.toString();
    }
}
