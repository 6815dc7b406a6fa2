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
        /**
         * A call ({@code CALL}, {@code NEW}) is safe whatever its arguments are, and so is building and filling what it
         * returns, as far as these three are looked after elsewhere: (1) globals among the arguments are judged by
         * {@link Judge#reference} one by one; (2) {@code BUILD}, {@code APPEND} or {@code SET_ITEM} on the global
         * <em>itself</em>, rather than on what it returns, is always asked; (3) {@code BUILD} with a state whose keys
         * name a special method ("__setstate__", "__class__") is asked.
         */
        NOTHING,
        /** The judgement depends on the arguments, or is not safe at all. */
        ARGUMENTS
    }
}
