package io.casemate.scan.rule;

import java.util.Locale;

/** How much a finding matters, least first. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** Lower-case, as in reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
