package io.casemate.report.wording;

import io.casemate.core.risk.Assessment.Outlook;

/** What an outlook means. */
public final class Outlooks {
    private Outlooks() {}

    public static String title(Outlook outlook) {
        return switch (outlook) {
            case CALM -> "Calm.";
            case UNDECIDED -> "Undecided.";
            case HIGH -> "High risk.";
        };
    }

    public static String sentence(Outlook outlook) {
        return switch (outlook) {
            case CALM -> "No scenario is in the high band, and no open question could lift one there.";
            case UNDECIDED -> "No scenario is in the high band, but an open question could lift one there.";
            case HIGH -> "At least one scenario is in the high band or has happened.";
        };
    }
}
