package io.casemate.core.yaml.edit;

import java.util.Comparator;

/**
 * A range of a text and what stands there instead; an insertion where the range is empty.
 *
 * @param inside where the list or mapping begins that it changes: of two insertions at one place the inner one comes first
 */
record Patch(int start, int end, String text, int inside) {
    static final Comparator<Patch> ORDER = Comparator.comparingInt(Patch::start)
            .thenComparing(p -> p.end() > p.start())
            .thenComparing(Comparator.comparingInt(Patch::inside).reversed());

    /** Whether what it changes is gone by the other, which begins before it. */
    boolean within(Patch other) {
        boolean changesWhatIsGone = inside > other.start && inside < other.end;
        return start < other.end || changesWhatIsGone;
    }
}
