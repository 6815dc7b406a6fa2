package io.casemate.report.document;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
        private static final Pattern NUMBER = Pattern.compile(
                "[<>≈]? ?([A-Z]{3} )?[−+-]?[0-9][0-9\u202f.,]*( ?[%×])?( ± [0-9\u202f.,]+)?( \\([^)]+ to [^)]+\\))?");

        /** Letters of a word that need not break, and of what may stand among numbers in place of one. */
        private static final int SHORT = 12;

        private static final int IN_PLACE = 24;

        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** How each column lies: {@code num} for numbers, {@code num loose} for long ones, {@code tight} for words too short to break, else empty. */
        public List<String> looks() {
            return IntStream.range(0, header.size()).mapToObj(this::look).toList();
        }

        private String look(int column) {
            List<String> words = rows.stream()
                    .filter(r -> r.size() > column)
                    .flatMap(r -> r.get(column).lines().stream())
                    .map(Line::words)
                    .toList();
            long numbers =
                    words.stream().filter(w -> NUMBER.matcher(w).matches()).count();
            boolean others =
                    words.stream().filter(w -> !NUMBER.matcher(w).matches()).allMatch(w -> w.length() <= IN_PLACE);
            if (column > 0 && others && numbers * 2 > words.size()) {
                return words.stream().allMatch(w -> w.length() <= IN_PLACE) ? "num" : "num loose";
            }
            return words.stream().allMatch(w -> w.length() <= SHORT) ? "tight" : "";
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
