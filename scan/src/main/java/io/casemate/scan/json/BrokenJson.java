package io.casemate.scan.json;

/** The bytes are not JSON from some place on. Not an error of the program; it carries no stack. */
public final class BrokenJson extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long offset;

    BrokenJson(long offset, String what) {
        super(what, null, false, false);
        this.offset = offset;
    }

    /** Where in the content. */
    public long offset() {
        return offset;
    }

    /** What is wrong, in words: "a value is missing". */
    public String what() {
        return String.valueOf(getMessage());
    }
}
