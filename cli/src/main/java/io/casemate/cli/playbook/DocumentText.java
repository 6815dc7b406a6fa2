package io.casemate.cli.playbook;

import io.casemate.cli.terminal.Lines;
import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Table;
import io.casemate.report.document.Block;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import java.util.List;
import java.util.stream.Collectors;

/** A document on a terminal. */
record DocumentText(Style style, int columns) {
    String of(Document document) {
        return style.bold(Lines.wrap(document.title(), columns, ""))
                + "\n"
                + document.blocks().stream().map(this::block).collect(Collectors.joining());
    }

    private String block(Block block) {
        return switch (block) {
            case Block.Heading h -> "\n" + style.bold(Lines.wrap(h.text(), columns, "")) + "\n";
            case Block.Paragraph p -> Lines.wrap(line(p.line()), columns, "") + "\n";
            case Block.Bullets b ->
                b.items().stream()
                        .map(i -> Lines.wrap(line(i), columns, "  - ", "    ") + "\n")
                        .collect(Collectors.joining());
            case Block.Picture p -> "";
            case Block.Diagram d -> "";
            case Block.Table t ->
                t.rows().stream().map(row -> row(t.header(), row)).collect(Collectors.joining());
        };
    }

    /** A row as a paragraph of its own: what is wide is read more easily below than beside each other. */
    private String row(List<String> header, List<Cell> cells) {
        var text = new StringBuilder(Lines.wrap(cell(cells.getFirst()), columns, "  * ", "    ")).append('\n');
        var table = new Table(columns, "      ");
        for (int i = 1; i < cells.size(); i++) {
            String words = cell(cells.get(i));
            if (!words.isBlank()) {
                table.row(style.faint(header.get(i)), words);
            }
        }
        return text.append(table.text()).toString();
    }

    private String cell(Cell cell) {
        return cell.lines().stream().map(this::line).collect(Collectors.joining("; "));
    }

    private String line(Line line) {
        return line.spans().stream()
                .map(s -> switch (s.tone()) {
                    case PLAIN, CODE, LOW -> s.text();
                    case STRONG -> style.bold(s.text());
                    case MUTED -> style.faint(s.text());
                    case HIGH -> style.red(s.text());
                    case MEDIUM -> style.yellow(s.text());
                })
                .collect(Collectors.joining());
    }
}
