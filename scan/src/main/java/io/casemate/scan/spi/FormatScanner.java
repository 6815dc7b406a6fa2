package io.casemate.scan.spi;

/**
 * Reads one format, and runs nothing of it. It keeps no state between calls and may be called by many threads.
 *
 * <p>It may throw what {@link Content} throws where a structure points outside the content: the engine turns that, and any
 * other failure, into a gap. What it found until then counts.
 */
public interface FormatScanner {
    /** Its name in reports, kebab-case, eternal: "pickle". */
    String id();

    /** Whether this content is of the format, by its bytes and never by its name. Looks at a bounded number of bytes. */
    Recognition recognises(Content content);

    /**
     * Whether contents of the format, as a rule, hold neither other contents nor numbers, and are read from the first byte to the
     * last: large ones are then searched by a second thread at the same time.
     */
    default boolean whole() {
        return false;
    }

    /** Reads the content and tells the inspection what it saw. */
    void scan(Content content, Inspection inspection);
}
