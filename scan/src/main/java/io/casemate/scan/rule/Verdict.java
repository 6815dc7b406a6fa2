package io.casemate.scan.rule;

import java.util.Locale;

/** What may be said of a file, mildest first. */
public enum Verdict {
    /** Everything in it was read, and nothing in it is worse than allowed. */
    CLEAN,
    /** Something in it is not known to be safe, or could not be looked at. */
    UNKNOWN,
    /** It holds what no honest writer puts there. */
    SUSPICIOUS,
    /** To load or unpack it would do harm. */
    MALICIOUS;

    /** Lower-case, as in reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worse of two. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
