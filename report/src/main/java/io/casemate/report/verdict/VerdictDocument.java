package io.casemate.report.verdict;

import io.casemate.core.model.Named;
import io.casemate.core.verdict.Verdict;

/** The documents that a verdict is written as. */
public enum VerdictDocument implements Named {
    JSON,
    SARIF,
    JUNIT,
    MD;

    public String of(Verdict verdict) {
        return switch (this) {
            case JSON -> VerdictJson.of(verdict);
            case SARIF -> VerdictSarif.of(verdict);
            case JUNIT -> VerdictJUnit.of(verdict);
            case MD -> VerdictMarkdown.of(verdict);
        };
    }
}
