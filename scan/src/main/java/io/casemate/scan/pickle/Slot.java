package io.casemate.scan.pickle;

/**
 * A value of the machine in 64 bits: what it is in the upper 8, where to find more in the lower 56. For constants that is the
 * offset of the opcode that made them, so that nothing is copied; for containers a place in {@link Containers}; for a global
 * its number in {@link Globals}; for the result of a call the number of its global plus 1 and of its record, 28 bits each.
 */
final class Slot {
    static final int ABSENT = 0;
    static final int UNKNOWN = 1;
    static final int NONE = 2;
    static final int TRUE = 3;
    static final int FALSE = 4;
    static final int TEXT = 5;
    static final int BYTES = 6;
    static final int NUMBER = 7;
    static final int REAL = 8;
    static final int GLOBAL = 9;
    static final int TUPLE = 10;
    static final int LIST = 11;
    static final int DICT = 12;
    static final int SET = 13;
    static final int FROZENSET = 14;
    static final int PERSISTENT = 15;
    static final int RESULT = 16;
    /** A global of which no call needs to be looked at. */
    static final int CALM_GLOBAL = 17;
    /** What a call of a calm global returned. */
    static final int CALM_RESULT = 18;

    static final int SHIFT = 56;
    private static final long BODY = (1L << SHIFT) - 1;
    private static final int HALF = 28;

    private Slot() {}

    static long of(int tag, long body) {
        return (long) tag << SHIFT | body;
    }

    static int tag(long slot) {
        return (int) (slot >>> SHIFT);
    }

    static long body(long slot) {
        return slot & BODY;
    }

    /** What a call returned: of which global, or -1, and under which number its call was kept, or 0. */
    static long result(int tag, int global, int record) {
        return of(tag, (long) (global + 1) << HALF | record);
    }

    /** The number of the global whose call this is the result of, or -1. */
    static int resultGlobal(long slot) {
        return (int) (body(slot) >>> HALF) - 1;
    }

    static int resultRecord(long slot) {
        return (int) slot & (1 << HALF) - 1;
    }

    static boolean global(long slot) {
        return tag(slot) == GLOBAL || tag(slot) == CALM_GLOBAL;
    }
}
