package io.casemate.scan.result;

import io.casemate.scan.rule.Rule;
import io.casemate.scan.rule.Verdict;

/**
 * One thing that was found.
 *
 * @param rule what it is, why it matters and what to do
 * @param message this one, in a sentence without a full stop
 * @param waived why it does not count, "" where it does
 */
public record Finding(Rule rule, Location location, String message, String waived) {
    /** What it alone makes of the file. */
    public Verdict verdict() {
        return waived.isEmpty() ? rule.verdict() : Verdict.CLEAN;
    }

    public Finding waived(String reason) {
        return new Finding(rule, location, message, reason);
    }
}
