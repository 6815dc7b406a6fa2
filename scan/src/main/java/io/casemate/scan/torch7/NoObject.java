package io.casemate.scan.torch7;

/** What should be an object is none, or claims more than there is. It carries no stack. */
final class NoObject extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long offset;

    NoObject(long offset, String what) {
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
