package io.casemate.cli.terminal;

/** How a verb ends, for the program that called it. Where several fit, the one that says more wins: 3, then 1, then 2. */
public enum ExitCode {
    /** Did its work, or nothing bad was found. */
    DONE(0),
    /** Something bad was found. */
    FAILED(1),
    /** It could not be decided. */
    UNDECIDED(2),
    /** Bad arguments, an absent path, a broken model, or a disk that refuses: nothing was done. */
    UNUSABLE(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
