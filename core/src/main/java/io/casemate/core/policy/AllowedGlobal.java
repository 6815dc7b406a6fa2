package io.casemate.core.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A global that the organisation trusts.
 *
 * @param name "mypkg.Model", or all of a module and below: "mypkg.*"
 * @param expires the last day on which it is trusted
 */
public record AllowedGlobal(String name, String reason, LocalDate expires) {
    /** Whether it is still trusted at that moment. */
    public boolean holds(Instant asOf) {
        return !asOf.atZone(ZoneOffset.UTC).toLocalDate().isAfter(expires);
    }
}
