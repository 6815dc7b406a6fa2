package io.casemate.report.document;

import java.util.List;

/** One part of a document, from the top to the bottom of it. */
public sealed interface Block {
    /** The kind of block, as the templates ask for it. */
    default String type() {
        return switch (this) {
            case Heading h -> "heading";
            case Paragraph p -> "paragraph";
            case Bullets b -> "bullets";
            case Table t -> "table";
            case Picture p -> "picture";
            case Diagram d -> "diagram";
        };
    }

    /**
     * A title inside the document.
     *
     * @param level 2 for a section, 3 for a part of one, 4 for an entry
     * @param id what links lead to; empty for nothing
     */
    record Heading(int level, String id, String text) implements Block {}

    record Paragraph(Line line) implements Block {}

    record Bullets(List<Line> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /**
     * Rows of cells.
     *
     * @param label what it is a table of, for those who hear it
     */
    record Table(String label, List<String> header, List<List<Cell>> rows) implements Block {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A picture.
     *
     * @param svg a whole {@code <svg>} element with a title and a description, made by this program; never taken from a model
     * @param caption what is seen, for forms that hold no picture too
     */
    record Picture(String svg, String caption) implements Block {}

    /**
     * A drawing of nodes and links.
     *
     * @param label what it shows, for those who hear it
     * @param svg a whole {@code <svg>} element, safe as it is
     * @param mermaid the same for documents that are text
     */
    record Diagram(String label, String svg, String mermaid) implements Block {}

    /** A field of a table: lines below each other. */
    record Cell(List<Line> lines) {
        public Cell {
            lines = List.copyOf(lines);
        }

        public static Cell of(String text) {
            return of(Line.of(text));
        }

        public static Cell of(Line line) {
            return new Cell(List.of(line));
        }
    }
}
