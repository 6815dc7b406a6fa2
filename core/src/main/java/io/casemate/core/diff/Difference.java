package io.casemate.core.diff;

import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Gap;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two systems, or one at two moments, compared by meaning.
 *
 * @param from the moment at which the earlier system is looked at
 * @param before the earlier system in the ids of the later one; its times are moved to the later moment
 * @param after the later system
 * @param causes what changed, each with its consequences; those with the gravest first. Every consequence stands once.
 */
public record Difference(Instant from, Assessment before, Assessment after, List<Cause> causes) {
    public Difference {
        causes = List.copyOf(causes);
    }

    /**
     * Compares two systems. A pure function. With n causes that can move risks it costs two assessments and, where n is more
     * than 1, up to 2 n of those threats alone whose scenarios changed.
     */
    public static Difference of(Side before, Side after) {
        return new Comparing(before, after).run();
    }

    /** Whether nothing differs that has a meaning. */
    public boolean isEmpty() {
        return causes.isEmpty();
    }

    /** What can no longer be looked at, and could before. */
    public List<Gap> opened() {
        return only(after, before);
    }

    /** What can be looked at again, and could not before. */
    public List<Gap> closed() {
        return only(before, after);
    }

    /** Gaps of one side at places where the other has none, whatever the part there was called. */
    private List<Gap> only(Assessment one, Assessment other) {
        Set<String> places = other.gaps().stream().map(this::place).collect(Collectors.toSet());
        return one.gaps().stream().filter(gap -> !places.contains(place(gap))).toList();
    }

    private String place(Gap gap) {
        int end = gap.where().indexOf(", ");
        return end < 0
                ? gap.where()
                : after.topology().currentId(gap.where().substring(0, end))
                        + gap.where().substring(end);
    }

    /** Everything that follows from all causes together. */
    public Stream<Consequence> consequences() {
        return causes.stream().flatMap(c -> c.consequences().stream());
    }
}
