package io.casemate.core.knowledge.coverage;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.framework.Framework.CoveredBy;
import io.casemate.core.knowledge.framework.Framework.Entry;
import java.util.List;

/**
 * How much of one published list is covered by one sort of thing.
 *
 * @param entries those of the kinds that are counted, in the order of the list
 */
public record PublishedCoverage(Framework framework, CoveredBy by, List<Counted> entries) {
    /**
     * One entry. What is covered is covered, whatever the list says of its scope.
     *
     * @param coveredBy ids of what covers it, sorted; empty where nothing does
     */
    public record Counted(Entry entry, List<String> coveredBy) {
        public Counted {
            coveredBy = List.copyOf(coveredBy);
        }

        public boolean covered() {
            return !coveredBy.isEmpty();
        }

        public boolean outOfScope() {
            return !covered() && !entry.outOfScope().isEmpty();
        }

        public boolean missing() {
            return !covered() && entry.outOfScope().isEmpty();
        }
    }

    public PublishedCoverage {
        entries = List.copyOf(entries);
    }

    /** The coverage of every list that is counted, by the name of its file; the first of a list is its main one. */
    public static List<PublishedCoverage> all(Knowledge knowledge) {
        return Covering.of(knowledge);
    }

    public List<Counted> covered() {
        return entries.stream().filter(Counted::covered).toList();
    }

    /** Those that nothing is to cover, with the reason in the entry. */
    public List<Counted> outOfScope() {
        return entries.stream().filter(Counted::outOfScope).toList();
    }

    public List<Counted> missing() {
        return entries.stream().filter(Counted::missing).toList();
    }
}
