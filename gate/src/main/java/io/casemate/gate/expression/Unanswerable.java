package io.casemate.gate.expression;

import io.casemate.core.policy.Written;

/** A condition that has no value for what it was asked of. */
public final class Unanswerable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Written written;

    Unanswerable(Written written, String why, Throwable cause) {
        super(why.replaceFirst("^evaluation error( at \\S+)?: ", ""), cause);
        this.written = written;
    }

    /** The condition. */
    public Written written() {
        return written;
    }
}
