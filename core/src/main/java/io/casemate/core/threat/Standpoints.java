package io.casemate.core.threat;

import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.Element;
import io.casemate.core.model.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What many threats ask of the elements of one system alike: whether a condition holds there, and how often adversaries try from
 * there. Answered once for all elements, by number; may be asked from several threads.
 */
final class Standpoints {
    /** Threats of which these are the same are tried equally often. */
    private record Tried(Set<AdversaryProfile> by, Level skill, Truth atLeast) {}

    private final List<Element> elements;
    private final Evaluator evaluator;
    private final Reach reach;
    private final Map<Condition, Truth[]> truths = new ConcurrentHashMap<>();
    private final Map<Tried, double[]> attempts = new ConcurrentHashMap<>();

    Standpoints(Graph graph, Evaluator evaluator, Reach reach) {
        this.elements = graph.elements;
        this.evaluator = evaluator;
        this.reach = reach;
    }

    /** How far a condition holds at each element. */
    Truth[] truths(Condition condition) {
        return truths.computeIfAbsent(
                condition, c -> elements.stream().map(e -> evaluator.test(c, e)).toArray(Truth[]::new));
    }

    /** Attempts a year at a threat from each element, by those who can act there as far as {@code atLeast} is sure. */
    double[] attempts(Threat threat, Truth atLeast) {
        return attempts.computeIfAbsent(
                new Tried(threat.by(), threat.skill(), atLeast),
                t -> elements.stream()
                        .mapToDouble(e -> reach.attemptsPerYear(threat, e, atLeast))
                        .toArray());
    }
}
