package io.casemate.core.diff.book;

import io.casemate.core.evidence.Recorded;
import java.util.Optional;

/**
 * What stands in one of two ledgers or in both; at least in one.
 *
 * @param group the kind, source and target
 * @param stale whether between the two moments it became too old to count, or the other way round
 */
public record Entry<T>(String group, Optional<Seen<T>> before, Optional<Seen<T>> after, boolean stale) {
    /** A line as one side has it. */
    public record Seen<T>(Recorded<T> line, boolean withdrawn) {}

    /** The line of the later side, or of the earlier where that is the only one. */
    public Recorded<T> line() {
        return after.or(this::before).orElseThrow().line();
    }

    boolean kept() {
        return before.isPresent()
                && after.isPresent()
                && before.get().withdrawn() == after.get().withdrawn();
    }

    boolean withdrawn() {
        return after.or(this::before).orElseThrow().withdrawn();
    }
}
