package io.casemate.scan.cursor;

/** A count or a length that reaches outside the file. Not an error of the program; it carries no stack. */
public final class OutOfFile extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long offset;

    /** @param offset where the number stands
     *  @param what what it claims, as a sentence of a message */
    public OutOfFile(long offset, String what) {
        super(what, null, false, false);
        this.offset = offset;
    }

    /** Where the number stands. */
    public long offset() {
        return offset;
    }

    /** What it claims, as a sentence of a message. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
