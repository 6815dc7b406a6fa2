package io.casemate.core.evidence.ledger;

import io.casemate.core.problem.Problem;
import java.util.List;

/**
 * What an append did. Whoever holds one may acknowledge: its entries survive a crash.
 *
 * @param appended the new lines, in order
 * @param repairs what had to be mended at the end of the file first, to be shown to the user
 */
public record AppendReport(List<LedgerEntry> appended, List<Problem> repairs) {
    public AppendReport {
        appended = List.copyOf(appended);
        repairs = List.copyOf(repairs);
    }
}
