package io.casemate.core.model;

/** A three-step scale, used for sensitivity, capability, likelihood and skill. */
public enum Level implements Named {
    LOW,
    MEDIUM,
    HIGH;

    /** 1 for low, 2 for medium, 3 for high. */
    public int rank() {
        return switch (this) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
        };
    }
}
