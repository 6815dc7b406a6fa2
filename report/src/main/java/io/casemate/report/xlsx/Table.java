package io.casemate.report.xlsx;

import java.util.List;

/**
 * One sheet of a workbook.
 *
 * @param name at most 31 characters
 * @param rows each as long as the columns
 */
record Table(String name, List<Column> columns, List<List<Field>> rows) {
    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Field> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "%s: need %d fields a row, got %d".formatted(name, columns.size(), row.size()));
            }
        }
    }
}
