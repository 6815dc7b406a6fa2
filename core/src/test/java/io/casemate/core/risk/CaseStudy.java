package io.casemate.core.risk;

import io.casemate.core.threat.Reference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One technique of ATLAS that was used in something that happened.
 *
 * @param id of the case study of ATLAS, or {@code -} for what others published
 * @param system name of the model, as the system stood before
 * @param technique id, such as {@code AML.T0051.001}
 * @param elements where it was used; any of them will do
 */
record CaseStudy(String id, String name, String system, String technique, Set<String> elements) {
    /**
     * A scenario that shows the technique at the right element.
     *
     * @param rank among those shown, from 1
     */
    record Found(int rank, String scenario) {}

    static List<CaseStudy> all() {
        return IncidentSystem.rows("cases.tsv")
                .map(r -> new CaseStudy(
                        r.get(0), r.get(1), r.get(2), r.get(3), Set.of(r.get(4).split(","))))
                .toList();
    }

    /** The first of the shown scenarios that names the technique, or what it is part of, at one of the elements. */
    Optional<Found> in(List<Risk> shown) {
        return IntStream.range(0, shown.size())
                .filter(i -> shows(shown.get(i)))
                .mapToObj(i -> new Found(i + 1, shown.get(i).id()))
                .findFirst();
    }

    private boolean shows(Risk risk) {
        return elements.contains(risk.part().id())
                && risk.threat().references().stream().anyMatch(this::names);
    }

    private boolean names(Reference reference) {
        String whole = technique.replaceAll("(T\\d{4})\\.\\d+$", "$1");
        return reference.framework().equals("atlas")
                && (reference.id().equals(technique)
                        || reference.id().equals(whole)
                        || reference.id().startsWith(technique + "."));
    }

    /** What is shown of the system before it happened, in order. */
    List<Risk> before() {
        return IncidentSystem.of(system).assess().shown();
    }
}
