package io.casemate.scan.torch7;

/** Reads what {@code torch.File} wrote, in either of its two ways. What is not there is {@link NoObject}. */
interface Source {
    /** Where the next byte is read. */
    long position();

    long left();

    /** A number of four bytes. */
    int integer();

    /** A number of eight bytes. */
    long number();

    /** Goes over a floating-point number. */
    void real();

    /** Characters that follow; returns where they begin. Below 0 or above what is left there are none. */
    long characters(long count);

    /**
     * Numbers of a storage that follow.
     *
     * @param type their type by the name of its class: "Float"
     */
    void numbers(StorageType type, long count);

    /** Whether numbers stand as they are in memory, so that they can be weighed. */
    boolean binary();
}
