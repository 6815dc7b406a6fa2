package io.casemate.core.threat;

import io.casemate.core.model.AssetKind;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Level;
import java.util.List;
import java.util.Set;

/**
 * When a threat applies to a part of a system. A closed vocabulary on purpose: it must never become a language. Facts inside
 * have three values, so a condition does too: see {@link Truth}.
 */
public sealed interface Condition {
    /** The element is of one of these kinds; never true of a flow. */
    record KindIs(Set<ElementKind> kinds) implements Condition {
        public KindIs {
            kinds = Sorted.copyOf(kinds);
        }
    }

    /** The fact has this value. {@code is: f} wants true, {@code lacks: f} wants false. */
    record FactIs(String fact, boolean wanted) implements Condition {}

    /** It holds an asset, or flows carry one to or from it, of one of these kinds (all if empty), at least so sensitive. */
    record Handles(Set<AssetKind> kinds, Level atLeast) implements Condition {
        public Handles {
            kinds = Sorted.copyOf(kinds);
        }
    }

    /** The trust of its zone lies in this range, both ends included. */
    record Trust(int atLeast, int atMost) implements Condition {}

    /** The flow crosses a trust boundary; never true of an element. */
    record Crosses() implements Condition {}

    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** Negation, of conditions without facts only: what a denied unknown would mean is nobody's guess. */
    record Not(Condition of) implements Condition {}

    /** Some element that a flow leads to directly (or comes from directly) satisfies the condition. */
    record Neighbour(Direction direction, Condition is) implements Condition {
        /** {@code feeds} looks along the flows out, {@code fed-by} along the flows in. */
        public enum Direction {
            FEEDS,
            FED_BY
        }
    }

    /** A named condition of the knowledge base, {@code the: untrusted-content}. */
    record Shared(String name, Condition is) implements Condition {}

    /**
     * Flows lead from an element where an adversary stands, through elements that satisfy {@code via} in this order, to the
     * target. Other elements may lie between. Only at the top level of a threat's condition, at most once.
     *
     * @param from what the first element must satisfy
     * @param via what elements on the way must satisfy, in order; the first element and the target do not count
     * @param avoid kinds of elements that such a path does not go through; its ends may be of them
     * @param blockedBy facts that end the path where an element or flow on it, both ends included, is stated to have one
     * @param crossing whether some flow on the path must cross a trust boundary
     */
    record Path(Condition from, List<Condition> via, Set<ElementKind> avoid, Set<String> blockedBy, boolean crossing)
            implements Condition {
        public Path {
            via = List.copyOf(via);
            avoid = Sorted.copyOf(avoid);
            blockedBy = Sorted.copyOf(blockedBy);
        }
    }
}
