package io.casemate.report.spi;

import io.casemate.core.model.Named;

/** Every form in which a report can be written. Each kind of report says which of them it has. */
public enum ReportFormat implements Named {
    TEXT,
    HTML,
    MD,
    JSON,
    SARIF;

    @Override
    public String toString() {
        return id();
    }
}
