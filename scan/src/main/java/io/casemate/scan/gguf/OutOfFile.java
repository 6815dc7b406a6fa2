package io.casemate.scan.gguf;

/** A count or a length that reaches outside the file. Not an error of the program; it carries no stack. */
final class OutOfFile extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long offset;

    OutOfFile(long offset, String what) {
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
