package io.casemate.scan.pickle;

/** The pickle cannot be read on: every loader stops here as well. Carries no stack. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long offset;

    Broken(long offset, String what) {
        super(what, null, false, false);
        this.offset = offset;
    }

    long offset() {
        return offset;
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
