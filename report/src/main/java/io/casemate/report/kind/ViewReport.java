package io.casemate.report.kind;

import io.casemate.report.html.HtmlDocument;
import io.casemate.report.markdown.MarkdownDocument;
import io.casemate.report.spi.Report;
import io.casemate.report.spi.ReportFormat;
import io.casemate.report.spi.ReportInput;
import io.casemate.report.view.View;
import io.casemate.report.view.ViewInput;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A view of a system as a report of its own. */
public record ViewReport(ViewKind view) implements Report {
    @Override
    public String kind() {
        return view.id();
    }

    @Override
    public List<ReportFormat> formats() {
        return List.of(ReportFormat.HTML, ReportFormat.MD, ReportFormat.JSON);
    }

    @Override
    public byte[] write(ReportFormat format, ReportInput input) {
        View seen = view.of(new ViewInput(input.assessment(), input.knowledge(), input.evidence(), input.digests()));
        String text = switch (format) {
            case MD -> MarkdownDocument.of(seen.document());
            case JSON -> seen.json().pretty();
            default -> HtmlDocument.of(seen.document());
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
