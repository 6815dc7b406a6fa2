package io.casemate.report.kind;

import io.casemate.core.compliance.ComplianceView;
import io.casemate.report.compliance.ComplianceDocument;
import io.casemate.report.html.HtmlDocument;
import io.casemate.report.markdown.MarkdownDocument;
import io.casemate.report.spi.Report;
import io.casemate.report.spi.ReportFormat;
import io.casemate.report.spi.ReportInput;
import io.casemate.report.spi.ReportOption;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** What satisfies each requirement of a framework now. */
public final class ComplianceReport implements Report {
    @Override
    public String kind() {
        return "compliance";
    }

    @Override
    public List<ReportFormat> formats() {
        return List.of(ReportFormat.HTML, ReportFormat.MD, ReportFormat.JSON);
    }

    @Override
    public Set<ReportOption> options() {
        return Set.of(ReportOption.FRAMEWORK);
    }

    @Override
    public byte[] write(ReportFormat format, ReportInput input) {
        ComplianceView view = ComplianceView.of(
                input.knowledge(),
                input.option(ReportOption.FRAMEWORK),
                input.assessment(),
                input.evidence(),
                input.digests());
        var compliance = new ComplianceDocument(view, input.knowledge(), input.ledger());
        String text = switch (format) {
            case MD -> MarkdownDocument.of(compliance.document());
            case JSON -> compliance.json().pretty();
            default -> HtmlDocument.of(compliance.document());
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
