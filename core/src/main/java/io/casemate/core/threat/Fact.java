package io.casemate.core.threat;

import io.casemate.core.model.ElementKind;
import java.util.List;
import java.util.Set;

/**
 * A yes-or-no property of elements and flows, as the knowledge base declares it.
 *
 * @param good whether "yes" lowers risk (a control) or raises it (an exposure)
 * @param means what "yes" says, as the end of a sentence that starts with the element's name
 * @param question what to ask where it is unknown
 * @param kinds the kinds of elements it makes sense for
 * @param flows whether it makes sense for flows
 * @param presumptions what an unknown means; the first that fits counts
 */
public record Fact(
        String id,
        String group,
        boolean good,
        String means,
        String question,
        Set<ElementKind> kinds,
        boolean flows,
        List<Presumption> presumptions) {
    /**
     * What an unknown is presumed to be for some kinds of elements.
     *
     * @param kinds the kinds of elements; empty for all, flows included
     * @param where the exposure from which it follows, stated of the same part; empty where it holds for all of these kinds
     */
    public record Presumption(Set<ElementKind> kinds, String where, boolean value, String because) {
        public Presumption {
            kinds = Sorted.copyOf(kinds);
        }
    }

    public Fact {
        kinds = Sorted.copyOf(kinds);
        presumptions = List.copyOf(presumptions);
    }
}
