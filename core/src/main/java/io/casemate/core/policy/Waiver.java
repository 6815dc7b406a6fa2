package io.casemate.core.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Something that does not count for a while, although a rule says so.
 *
 * @param rule id of the rule; of a scanner's, or its beginning with {@code *}
 * @param subject what it is about: for a scan a glob of paths, for the gate a scenario, part, question or gap
 * @param sha256 for a scan the one file it is for; "" for any
 * @param approver who answers for it; "" where nobody is named
 * @param expires the last day on which it holds
 * @param line where it stands in policy.yaml
 */
public record Waiver(
        String rule, String subject, String sha256, String approver, String reason, LocalDate expires, int line) {
    /** Whether it still holds at that moment. */
    public boolean holds(Instant asOf) {
        return !asOf.atZone(ZoneOffset.UTC).toLocalDate().isAfter(expires);
    }

    /** In words, for a report. */
    public String words() {
        return approver.isEmpty()
                ? "%s (until %s)".formatted(reason, expires)
                : "%s (%s, until %s)".formatted(reason, approver, expires);
    }
}
