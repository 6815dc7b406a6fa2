package io.casemate.core.threat;

import io.casemate.core.model.Adversary;
import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.model.Topology;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Where each adversary of a model can act, and how often they try a threat from there. */
public record Reach(List<Adversary> adversaries, Map<String, List<Truth>> byPart, Weights.Frequency weights) {

    /**
     * Reads where each adversary can act.
     *
     * @param adversaries those of the model; where it states none, {@link #presumed}
     */
    public static Reach of(
            Evaluator evaluator,
            List<Adversary> adversaries,
            Map<AdversaryProfile, Standing> standings,
            Weights.Frequency weights) {
        return of(
                evaluator, adversaries, standings, weights, evaluator.topology().parts());
    }

    /** Likewise, of these parts only; nobody can act at any other. */
    public static Reach of(
            Evaluator evaluator,
            List<Adversary> adversaries,
            Map<AdversaryProfile, Standing> standings,
            Weights.Frequency weights,
            Collection<Part> parts) {
        Map<String, List<Truth>> byPart = new HashMap<>();
        for (Part part : parts) {
            byPart.put(
                    part.id(),
                    adversaries.stream()
                            .map(a -> reaches(evaluator, a, standing(standings, a), part))
                            .toList());
        }
        return new Reach(List.copyOf(adversaries), byPart, weights);
    }

    /** One adversary of each profile, as the knowledge base describes it. */
    public static List<Adversary> presumed(Collection<Standing> standings) {
        return standings.stream()
                .map(s -> new Adversary(
                        s.profile().id(),
                        s.title(),
                        s.profile(),
                        s.motivation(),
                        s.capability(),
                        s.likelihood(),
                        List.of()))
                .toList();
    }

    /** Attempts a year at a threat by those who can act at the part, as far as {@code atLeast} is sure. */
    public double attemptsPerYear(Threat threat, Part part, Truth atLeast) {
        List<Truth> truths = byPart.getOrDefault(part.id(), List.of());
        double sum = 0;
        for (int i = 0; i < truths.size(); i++) {
            if (truths.get(i).compareTo(atLeast) >= 0) {
                sum += attemptsPerYear(threat, adversaries.get(i));
            }
        }
        return sum;
    }

    /** Ids of those who can act at the part and try the threat. */
    public List<String> names(Threat threat, Part part, Truth atLeast) {
        List<Truth> truths = byPart.getOrDefault(part.id(), List.of());
        return IntStream.range(0, truths.size())
                .filter(i -> truths.get(i).compareTo(atLeast) >= 0)
                .mapToObj(adversaries::get)
                .filter(a -> attemptsPerYear(threat, a) > 0)
                .map(Adversary::id)
                .toList();
    }

    private double attemptsPerYear(Threat threat, Adversary adversary) {
        if (!threat.by().isEmpty() && !threat.by().contains(adversary.profile())) {
            return 0;
        }
        int shortBy = Math.max(0, threat.skill().rank() - adversary.capability().rank());
        return weights.attemptsPerYear().getOrDefault(adversary.likelihood(), 0.0)
                * weights.skillShortBy().get(shortBy);
    }

    private static Standing standing(Map<AdversaryProfile, Standing> standings, Adversary adversary) {
        Standing standing = standings.get(adversary.profile());
        if (standing == null) {
            throw new IllegalStateException("the knowledge base says nothing of " + adversary.profile());
        }
        return standing;
    }

    private static Truth reaches(Evaluator evaluator, Adversary adversary, Standing standing, Part part) {
        Truth truth = evaluator.test(standing.reaches(), part);
        if (adversary.access().isEmpty()) {
            return truth.or(evaluator.test(standing.byDefault(), part));
        }
        return hasAccess(evaluator.topology(), adversary, part) ? Truth.YES : truth;
    }

    private static boolean hasAccess(Topology topology, Adversary adversary, Part part) {
        return switch (part) {
            case Element e ->
                adversary.access().contains(e.id())
                        || topology.zonesAround(e).stream().anyMatch(adversary.access()::contains);
            case Flow f ->
                adversary.access().contains(f.id())
                        || hasAccess(topology, adversary, topology.element(f.from()))
                        || hasAccess(topology, adversary, topology.element(f.to()));
        };
    }
}
