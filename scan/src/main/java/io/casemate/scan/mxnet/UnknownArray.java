package io.casemate.scan.mxnet;

/** An array of a kind that no version of MXNet wrote: what follows cannot be found. It carries no stack. */
final class UnknownArray extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long offset;

    UnknownArray(long offset, String what) {
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
