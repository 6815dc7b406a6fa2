package io.casemate.report.html;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import io.casemate.report.html.page.Page;
import io.casemate.report.spi.Exporter;
import java.io.IOException;
import java.io.Writer;

/** One self-contained HTML file with everything that an assessment says. */
public final class HtmlExporter implements Exporter {
    @Override
    public String id() {
        return "html";
    }

    @Override
    public String fileName() {
        return "report.html";
    }

    @Override
    public void write(Assessment assessment, Knowledge knowledge, Writer out) throws IOException {
        Templates.Report.TEMPLATE.write("page", Page.of(assessment, knowledge), out);
    }
}
