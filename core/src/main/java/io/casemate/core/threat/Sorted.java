package io.casemate.core.threat;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Sets whose order is the same in every run: that of {@link Set#copyOf} changes from one to the next. */
final class Sorted {
    private Sorted() {}

    static <T extends Comparable<? super T>> Set<T> copyOf(Set<T> set) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(set));
    }
}
