package io.casemate.scan.call;

/**
 * Judges what is called with what. Safe is only what an allow-list names, with arguments that keep the rule of its entry;
 * deny-lists only choose between unknown, suspicious and malicious, and the words.
 */
public interface Judge {
    /** What calling this means. */
    Judgement call(Call call);

    /** What importing this means, where nothing is known to call it: the import runs the module. */
    Judgement reference(Value.Global global);

    /**
     * How much of a call to this global has to be known. Cheap; asked once for each global of a pickle, so that a pickle of
     * millions of calls need not build their arguments.
     */
    Need need(Value.Global global);

    /** What a judge wants to see of a call. */
    enum Need {
        /** Whatever the arguments are, a call, building and filling of its results are safe. */
        NOTHING,
        /** The judgement depends on the arguments, or is not safe at all. */
        ARGUMENTS
    }
}
