package io.casemate.report.spi;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes an assessment as one document. The same assessment gives the same bytes. */
public interface Exporter {
    /** The format's name on the command line. */
    String id();

    /** The usual file name, {@code report.html}. */
    String fileName();

    /** Writes the document piece by piece; does not close the writer. */
    void write(Assessment assessment, Knowledge knowledge, Writer out) throws IOException;

    /** The whole document as text. */
    default String export(Assessment assessment, Knowledge knowledge) {
        var out = new StringWriter();
        try {
            write(assessment, knowledge, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return out.toString();
    }
}
