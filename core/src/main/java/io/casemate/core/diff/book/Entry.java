package io.casemate.core.diff.book;

import io.casemate.core.evidence.Recorded;
import java.util.Optional;

/** What stands in one of two ledgers or in both. */
public sealed interface Entry<T> {
    /** A line as one side has it. */
    record Seen<T>(Recorded<T> line, boolean withdrawn) {}

    /** Only the earlier side has it. */
    record Earlier<T>(String group, Seen<T> seen) implements Entry<T> {}

    /** Only the later side has it. */
    record Later<T>(String group, Seen<T> seen) implements Entry<T> {}

    /**
     * Both have it.
     *
     * @param stale whether between the two moments it became too old to count, or the other way round
     */
    record Both<T>(String group, Seen<T> was, Seen<T> is, boolean stale) implements Entry<T> {}

    /** The kind, source and target. */
    String group();

    /** What the earlier side has. */
    default Optional<Seen<T>> before() {
        return switch (this) {
            case Earlier<T> e -> Optional.of(e.seen());
            case Later<T> l -> Optional.empty();
            case Both<T> b -> Optional.of(b.was());
        };
    }

    /** What the later side has. */
    default Optional<Seen<T>> after() {
        return switch (this) {
            case Earlier<T> e -> Optional.empty();
            case Later<T> l -> Optional.of(l.seen());
            case Both<T> b -> Optional.of(b.is());
        };
    }

    /** What the later side has, or the earlier where that is the only one. */
    default Seen<T> newest() {
        return switch (this) {
            case Earlier<T> e -> e.seen();
            case Later<T> l -> l.seen();
            case Both<T> b -> b.is();
        };
    }

    /** Whether both have it, and both count it or neither. */
    default boolean kept() {
        return this instanceof Both<T> b && b.was().withdrawn() == b.is().withdrawn();
    }

    /** Whether it became too old to count between the two moments, or the other way round. */
    default boolean aged() {
        return this instanceof Both<T> b && b.stale();
    }
}
