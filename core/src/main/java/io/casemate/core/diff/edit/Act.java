package io.casemate.core.diff.edit;

import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.diff.edit.Renames.Rename;
import io.casemate.core.model.Named;
import io.casemate.core.model.SystemModel;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One thing that somebody did, or that happened: keys that change together.
 *
 * @param id what it was done to, in the ids of the later system
 * @param keys everything that differs by it; empty where it is a rename alone
 * @param renames ids that it changed
 */
public record Act(Change change, Kind kind, String id, Aspect aspect, Set<Key> keys, List<Rename> renames)
        implements Comparable<Act> {
    private static final Comparator<Act> ORDER =
            Comparator.comparing(Act::kind).thenComparing(Act::id).thenComparing(Act::aspect);

    /** What was done to the part. */
    public enum Change implements Named {
        ADDED,
        REMOVED,
        RENAMED,
        CHANGED
    }

    /** What of the part was changed. */
    public enum Aspect implements Named {
        WHOLE,
        RENAME,
        WORDS,
        KIND,
        PLACE,
        ROUTE,
        FACTS,
        ASSETS,
        VALUE,
        STRENGTH,
        ACCESS,
        ARTIFACTS,
        FORMERLY,
        AGE
    }

    public Act {
        keys = copy(keys);
        renames = List.copyOf(renames);
    }

    private static SortedSet<Key> copy(Set<Key> keys) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    }

    /**
     * The acts that make the one system the other, in a fixed order.
     *
     * @param before in the ids of {@code after}
     * @param others keys beside those of the model, each an act with the others of its kind and id
     */
    public static List<Act> between(
            SystemModel before, SystemModel after, Set<Key> differing, Set<Key> others, Renames renames) {
        return new Grouping(before, after, differing, others, renames).acts();
    }

    /** Whether no risk can follow from it. */
    public boolean inert() {
        return keys.stream().allMatch(Key::inert);
    }

    @Override
    public int compareTo(Act other) {
        return ORDER.compare(this, other);
    }
}
