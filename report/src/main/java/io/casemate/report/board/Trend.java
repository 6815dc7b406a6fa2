package io.casemate.report.board;

import java.util.List;

/**
 * What moved since people last looked.
 *
 * @param since ISO date of the last review; empty where there was none, and then nothing is compared
 * @param by who reviewed
 */
public record Trend(String since, String by, List<Change> changes) {
    /** There was no review to compare with. */
    public static final Trend NONE = new Trend("", "", List.of());

    /** Which way a figure went. */
    public enum Way {
        BETTER,
        SAME,
        WORSE
    }

    /** One figure, then and now. */
    public record Change(String measure, String before, String now, Way way) {
        /** The way in a word. */
        public String word() {
            return switch (way) {
                case BETTER -> "better";
                case SAME -> "unchanged";
                case WORSE -> "worse";
            };
        }
    }

    public Trend {
        changes = List.copyOf(changes);
    }
}
