package io.casemate.report.spi;

import io.casemate.core.model.Named;

/** Every form in which a report can be written. Each kind of report says which of them it has. */
public enum ReportFormat implements Named {
    TEXT,
    HTML,
    MD,
    JSON,
    SARIF,
    /** Sheets of A4; every report that has a page of HTML can be printed. */
    PDF,
    XLSX,
    CSV,
    /** Charts as text, for pages that draw them. */
    MERMAID,
    DOT;

    /** Whether it is bytes that a terminal cannot show. */
    public boolean binary() {
        return this == PDF || this == XLSX;
    }

    @Override
    public String toString() {
        return id();
    }
}
