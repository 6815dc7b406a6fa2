package io.casemate.report.view.stride;

import io.casemate.core.model.Element;
import io.casemate.core.model.Part;
import io.casemate.core.risk.Risk;
import io.casemate.core.threat.Stride;
import io.casemate.report.document.Block;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.view.Heads;
import io.casemate.report.view.stride.StrideTable.Cell;
import io.casemate.report.view.stride.StrideTable.Row;
import io.casemate.report.wording.Figures;
import io.casemate.report.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** STRIDE by part for people: a table of elements, one of flows, and where nothing was found. */
final class StridePage {
    private final StrideTable table;

    private StridePage(StrideTable table) {
        this.table = table;
    }

    static Document of(StrideTable table) {
        var page = new StridePage(table);
        var document = new Document.Builder();
        document.paragraph(
                "Each cell holds the scenarios of its class at that part, the worst first. A dash says that the"
                        + " class is usual for such a part and no threat of the catalogue applies; an empty cell, that the class is"
                        + " not usual and nothing was found.");
        page.section(document, "elements", "Elements", r -> r.part() instanceof Element);
        page.section(document, "flows", "Flows", r -> !(r.part() instanceof Element));
        return document.build(
                Heads.system(table.assessment()),
                "STRIDE by part",
                table.assessment().asOf());
    }

    private void section(Document.Builder document, String id, String title, Predicate<Row> belongs) {
        List<Row> rows = table.rows().stream().filter(belongs).toList();
        document.section(id, title);
        document.table(
                "STRIDE by part: " + title,
                Stream.concat(Stream.of("Part"), Stream.of(Stride.values()).map(s -> Words.title(s.id())))
                        .toList(),
                rows.stream().filter(r -> !r.isEmpty()).map(this::row).toList());
        List<String> silent = rows.stream()
                .filter(Row::isEmpty)
                .map(r -> table.glossary().target(r.part().id()))
                .toList();
        if (!silent.isEmpty()) {
            document.paragraph(Line.EMPTY.strong("No scenario in any class: ").plain(String.join("; ", silent) + "."));
        }
    }

    private List<Block.Cell> row(Row row) {
        List<Block.Cell> cells = new ArrayList<>();
        cells.add(part(row.part()));
        for (Stride stride : Stride.values()) {
            Cell cell = row.cells().get(stride);
            cells.add(cell == null ? Block.Cell.of("") : cell(cell));
        }
        return cells;
    }

    private Block.Cell part(Part part) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.EMPTY.strong(table.glossary().target(part.id())));
        if (part instanceof Element element) {
            lines.add(Line.EMPTY.muted(Words.plain(element.kind().id())));
        }
        lines.add(Line.EMPTY.code(part.id()));
        return new Block.Cell(lines);
    }

    private static Block.Cell cell(Cell cell) {
        List<Line> lines = new ArrayList<>();
        for (Risk risk : cell.shown()) {
            lines.add(Line.of(risk.threat().title() + " ").and(Heads.band(risk)));
        }
        if (cell.hidden() > 0) {
            lines.add(Line.EMPTY.muted("%d low, hidden".formatted(cell.hidden())));
        }
        if (cell.ended() > 0) {
            lines.add(Line.EMPTY.muted(Figures.count(cell.ended(), "threat") + " ended by controls"));
        }
        if (lines.isEmpty()) {
            lines.add(Line.of(cell.expected() ? "–" : ""));
        }
        return new Block.Cell(lines);
    }
}
