package io.casemate.report.document;

/** How a few words stand out from those around them. */
public enum Tone {
    PLAIN,
    STRONG,
    MUTED,
    /** An id, a path or a command. */
    CODE,
    HIGH,
    MEDIUM,
    LOW
}
