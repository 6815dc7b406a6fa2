package io.casemate.core.policy;

import java.util.List;

/**
 * One policy.yaml.
 *
 * @param name the file as the user named it; "" where there is none
 * @param allowed globals that a scan trusts
 * @param scanWaivers findings of a scan that do not count
 * @param reviewMonths months from one review to the next
 */
public record PolicyFile(
        String name, List<AllowedGlobal> allowed, List<Waiver> scanWaivers, int reviewMonths, GateSection gate) {
    /** How often people look again unless a policy says otherwise. */
    public static final int REVIEW_MONTHS = 3;

    /** An organisation that states nothing. */
    public static final PolicyFile NONE = new PolicyFile("", List.of(), List.of(), REVIEW_MONTHS, GateSection.NONE);

    public PolicyFile {
        allowed = List.copyOf(allowed);
        scanWaivers = List.copyOf(scanWaivers);
    }
}
