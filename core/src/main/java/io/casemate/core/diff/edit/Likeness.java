package io.casemate.core.diff.edit;

import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.model.Adversary;
import io.casemate.core.model.Asset;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Zone;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How alike two parts with different ids are, by what surrounds them and what is said of them; 0 for too little. */
record Likeness(SystemModel before, SystemModel after, Map<Kind, Map<String, String>> pairs) {
    private static final double HALF = 0.5;
    private static final int SIGNS = 3;

    /** Same kind and zone, and half of the neighbours or all that is said of them. */
    double elements(Element a, Element b) {
        if (a.kind() != b.kind() || !now(Kind.ZONE, a.zone()).equals(b.zone())) {
            return 0;
        }
        double neighbours = share(neighbours(before, a.id(), true), neighbours(after, b.id(), false));
        boolean named = a.name().equals(b.name());
        boolean same = a.facts().equals(b.facts()) && (named || !a.facts().isEmpty());
        if (neighbours < HALF && !same) {
            return 0;
        }
        double facts = share(a.facts().entrySet(), b.facts().entrySet());
        return 2 * neighbours + facts + (named ? 1 : 0);
    }

    double zones(Zone a, Zone b) {
        double inside = share(
                before.elements().stream()
                        .filter(e -> e.zone().equals(a.id()))
                        .map(e -> now(Kind.ELEMENT, e.id()))
                        .toList(),
                after.elements().stream()
                        .filter(e -> e.zone().equals(b.id()))
                        .map(Element::id)
                        .toList());
        return signs(
                inside,
                a.name().equals(b.name()),
                a.trust() == b.trust(),
                inside >= HALF,
                now(Kind.ZONE, a.parent()).equals(b.parent()));
    }

    double assets(Asset a, Asset b) {
        if (a.kind() != b.kind()) {
            return 0;
        }
        double holders = share(
                holders(before, a.id()).map(id -> now(Kind.ELEMENT, id)).toList(),
                holders(after, b.id()).toList());
        return signs(
                holders,
                a.name().equals(b.name()),
                a.sensitivity() == b.sensitivity(),
                holders >= HALF,
                !a.impact().isEmpty() && a.impact().equals(b.impact()),
                a.loss().stated() && a.loss().equals(b.loss()));
    }

    double adversaries(Adversary a, Adversary b) {
        if (a.profile() != b.profile()) {
            return 0;
        }
        Set<String> access = new HashSet<>();
        a.access().forEach(id -> access.add(now(Kind.ZONE, now(Kind.ELEMENT, id))));
        return signs(
                0,
                a.name().equals(b.name()),
                !a.motivation().isEmpty() && a.motivation().equals(b.motivation()),
                a.capability() == b.capability(),
                a.likelihood() == b.likelihood(),
                access.equals(Set.copyOf(b.access())));
    }

    private static double signs(double more, boolean... signs) {
        int seen = 0;
        for (boolean sign : signs) {
            seen += sign ? 1 : 0;
        }
        return seen < SIGNS ? 0 : seen + more;
    }

    private static Stream<String> holders(SystemModel model, String asset) {
        return model.elements().stream().filter(e -> e.holds().contains(asset)).map(Element::id);
    }

    /** Flows and neighbours, each with its direction; those without a counterpart on the other side stand for themselves. */
    private Set<String> neighbours(SystemModel model, String id, boolean translate) {
        Set<String> neighbours = new HashSet<>();
        for (Flow flow : model.flows()) {
            if (flow.from().equals(id)) {
                neighbours.add("to " + (translate ? now(Kind.ELEMENT, flow.to()) : flow.to()));
            }
            if (flow.to().equals(id)) {
                neighbours.add("from " + (translate ? now(Kind.ELEMENT, flow.from()) : flow.from()));
            }
        }
        return neighbours;
    }

    private String now(Kind kind, String id) {
        return pairs.getOrDefault(kind, Map.of()).getOrDefault(id, id);
    }

    /** Jaccard's index: what both have of all that either has; 0 where neither has any. */
    private static double share(Collection<?> a, Collection<?> b) {
        Set<Object> all = new HashSet<>(a);
        all.addAll(b);
        Set<Object> both = new HashSet<>(a);
        both.retainAll(new HashSet<>(b));
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }
}
