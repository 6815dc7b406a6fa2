package io.casemate.report.markdown;

import io.casemate.report.document.Block;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.document.Span;
import java.util.Collections;
import java.util.stream.Collectors;

/** Writes a document as Markdown. */
public final class MarkdownDocument {
    private MarkdownDocument() {}

    public static String of(Document document) {
        var page = new MarkdownText();
        page.heading(1, document.title());
        document.blocks().forEach(block -> write(page, block));
        return page.toString();
    }

    private static void write(MarkdownText page, Block block) {
        switch (block) {
            case Block.Heading h -> {
                page.anchor(h.id());
                page.heading(h.level(), h.text());
            }
            case Block.Paragraph p -> page.paragraph(line(p.line()));
            case Block.Bullets b -> {
                b.items().forEach(item -> page.item(line(item)));
                page.gap();
            }
            case Block.Picture p -> {
                // the figures of a picture stand in tables too
            }
            case Block.Diagram p -> page.fence("mermaid", p.mermaid());
            case Block.Table t -> {
                page.row(t.header().stream().map(MarkdownText::escape).toArray(String[]::new));
                page.row(Collections.nCopies(t.header().size(), "---").toArray(String[]::new));
                t.rows()
                        .forEach(row -> page.row(
                                row.stream().map(MarkdownDocument::cell).toArray(String[]::new)));
                page.gap();
            }
        }
    }

    private static String cell(Cell cell) {
        return cell.lines().stream().map(MarkdownDocument::line).collect(Collectors.joining("<br>"));
    }

    private static String line(Line line) {
        return line.spans().stream().map(MarkdownDocument::span).collect(Collectors.joining());
    }

    private static String span(Span span) {
        String text = switch (span.tone()) {
            case PLAIN, MUTED, MEDIUM, LOW -> MarkdownText.escape(span.text());
            case STRONG, HIGH -> strong(span.text());
            case CODE -> MarkdownText.code(span.text());
        };
        return span.link().isEmpty()
                ? text
                : "[%s](%s)".formatted(text, span.link().replaceAll("[\\s()<>]", ""));
    }

    /** A blank at the end stays outside the stars: inside them it would undo the emphasis. */
    private static String strong(String text) {
        String end = text.substring(text.stripTrailing().length());
        return "**%s**%s".formatted(MarkdownText.escape(text.stripTrailing()), end);
    }
}
