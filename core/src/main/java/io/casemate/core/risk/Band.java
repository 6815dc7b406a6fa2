package io.casemate.core.risk;

import io.casemate.core.model.Named;

/** Colour of a cell of the 3 x 3 matrix: score 1-2 low, 3-4 medium, 6-9 high. */
public enum Band implements Named {
    LOW,
    MEDIUM,
    HIGH;

    public static Band of(int score) {
        if (score >= 6) {
            return HIGH;
        }
        return score >= 3 ? MEDIUM : LOW;
    }
}
