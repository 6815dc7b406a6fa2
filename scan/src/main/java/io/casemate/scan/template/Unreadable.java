package io.casemate.scan.template;

/** The template does not follow the grammar. Carries no stack. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    Unreadable(String what, int offset) {
        super(what, null, false, false);
        this.offset = offset;
    }

    /** Where, in characters of the template. */
    int offset() {
        return offset;
    }
}
