package io.casemate.core.risk;

import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind.Shape;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.model.Topology;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How somebody outside gets to the first element of a path where that element lies inside: the shortest chain of flows from an
 * entity or element of a zone that anybody or every customer can stand in. It is told and drawn, and moves no number: that
 * outsiders' content gets to the first element is already a fact.
 */
final class Lead {
    private static final int PUBLIC_TRUST = 1;

    private Lead() {}

    /** Elements and flows before the entry, the outsider first; empty where the entry lies outside or nobody leads to it. */
    static List<Part> to(Part entry, Topology topology) {
        if (!(entry instanceof Element first) || outside(first, topology)) {
            return List.of();
        }
        Map<String, Flow> next = new HashMap<>();
        Deque<Element> queue = new ArrayDeque<>(List.of(first));
        while (!queue.isEmpty()) {
            for (Flow flow : topology.into(queue.remove().id())) {
                if (!flow.from().equals(first.id()) && next.putIfAbsent(flow.from(), flow) == null) {
                    Element from = topology.element(flow.from());
                    if (outside(from, topology)) {
                        return chain(from, first, next, topology);
                    }
                    queue.add(from);
                }
            }
        }
        return List.of();
    }

    private static List<Part> chain(Element from, Element to, Map<String, Flow> next, Topology topology) {
        List<Part> chain = new ArrayList<>();
        Element at = from;
        while (!at.id().equals(to.id())) {
            Flow flow = next.get(at.id());
            if (flow == null) {
                throw new IllegalStateException("no flow leads on from " + at.id());
            }
            chain.add(at);
            chain.add(flow);
            at = topology.element(flow.to());
        }
        return chain;
    }

    private static boolean outside(Element element, Topology topology) {
        int trust = topology.trust(element);
        return trust == 0 || (trust <= PUBLIC_TRUST && element.kind().shape() == Shape.ENTITY);
    }
}
