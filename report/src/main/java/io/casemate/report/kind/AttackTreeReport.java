package io.casemate.report.kind;

import io.casemate.report.html.HtmlDocument;
import io.casemate.report.markdown.MarkdownDocument;
import io.casemate.report.spi.Report;
import io.casemate.report.spi.ReportFormat;
import io.casemate.report.spi.ReportInput;
import io.casemate.report.spi.ReportOption;
import io.casemate.report.tree.AttackTrees;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** How each asset can be harmed, as attack trees. */
public record AttackTreeReport() implements Report {
    @Override
    public String kind() {
        return "attack-tree";
    }

    @Override
    public List<ReportFormat> formats() {
        return List.of(ReportFormat.HTML, ReportFormat.MD, ReportFormat.JSON, ReportFormat.MERMAID, ReportFormat.DOT);
    }

    @Override
    public Set<ReportOption> options() {
        return Set.of(ReportOption.ASSET);
    }

    @Override
    public byte[] write(ReportFormat format, ReportInput input) {
        AttackTrees trees = AttackTrees.of(
                input.assessment(), input.knowledge().weights().effort(), input.option(ReportOption.ASSET));
        String text = switch (format) {
            case MD -> MarkdownDocument.of(trees.document());
            case JSON -> trees.json().pretty();
            case MERMAID -> trees.mermaid();
            case DOT -> trees.dot();
            default -> HtmlDocument.of(trees.document());
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
