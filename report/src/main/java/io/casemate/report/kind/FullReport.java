package io.casemate.report.kind;

import io.casemate.report.html.HtmlExporter;
import io.casemate.report.json.JsonExporter;
import io.casemate.report.markdown.MarkdownExporter;
import io.casemate.report.sarif.SarifExporter;
import io.casemate.report.spi.Exporter;
import io.casemate.report.spi.Report;
import io.casemate.report.spi.ReportFormat;
import io.casemate.report.spi.ReportInput;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Everything an assessment found. */
public final class FullReport implements Report {
    @Override
    public String kind() {
        return "full";
    }

    @Override
    public List<ReportFormat> formats() {
        return List.of(
                ReportFormat.HTML,
                ReportFormat.MD,
                ReportFormat.JSON,
                ReportFormat.SARIF,
                ReportFormat.XLSX,
                ReportFormat.CSV);
    }

    @Override
    public byte[] write(ReportFormat format, ReportInput input) {
        if (format == ReportFormat.XLSX || format == ReportFormat.CSV) {
            return new RegisterReport().write(format, input);
        }
        return exporter(format).export(input.assessment(), input.knowledge()).getBytes(StandardCharsets.UTF_8);
    }

    private static Exporter exporter(ReportFormat format) {
        return switch (format) {
            case MD -> new MarkdownExporter();
            case JSON -> new JsonExporter();
            case SARIF -> new SarifExporter();
            default -> new HtmlExporter();
        };
    }
}
