package io.casemate.scan.spi;

/** A limit was reached: the reading ends here, and says so as a gap. Not an error; it carries no stack. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param limit which limit, in words: "the deadline of 120 s was reached" */
    public Stopped(String limit) {
        super(limit, null, false, false);
    }
}
