package io.casemate.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of cells under each other; the last cell of a row is broken into lines where it is too wide, and stands
 * below the others where they leave it no room. */
public final class Table {
    private static final String GAP = "  ";
    private static final int LAST_CELL_MIN = 20;

    private final int columns;
    private final String indent;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param columns width of a line, indent included
     * @param indent what every line starts with
     */
    public Table(int columns, String indent) {
        this.columns = columns;
        this.indent = indent;
    }

    public Table row(String... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** The table, each line ended by a newline; "" where there are no rows. */
    public String text() {
        var text = new StringBuilder();
        for (List<String> row : rows) {
            var line = new StringBuilder(indent);
            for (int i = 0; i < row.size() - 1; i++) {
                line.append(Lines.padded(row.get(i), width(i))).append(GAP);
            }
            String hanging = " ".repeat(Lines.visible(line));
            String last = row.getLast();
            if (columns - hanging.length() >= LAST_CELL_MIN) {
                text.append(Lines.wrap(last, columns, line.toString(), hanging));
            } else {
                text.append(line.toString().stripTrailing())
                        .append('\n')
                        .append(Lines.wrap(last, columns, indent + "    "));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private int width(int cell) {
        return rows.stream()
                .filter(r -> cell < r.size() - 1)
                .mapToInt(r -> Lines.visible(r.get(cell)))
                .max()
                .orElse(0);
    }
}
