package io.casemate.core.knowledge;

import io.casemate.core.model.ElementKind;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Factor;
import io.casemate.core.threat.Factor.Place;
import io.casemate.core.threat.Factor.Strength;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Stage;
import io.casemate.core.threat.Threat;
import io.casemate.core.threat.Weights;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a mitigation acts and how much it does, as the catalogue itself says: derived from the threats that name it, so that the
 * two cannot part. It moves the probability of a scenario; impacts follow from assets and no mitigation moves them.
 *
 * @param kinds kinds of elements where it makes sense
 * @param flows whether it can stand on a flow
 * @param stages stages in a model's life whose threats it answers
 * @param places where on a path it counts
 * @param lowers ids of the threats whose odds it lowers
 * @param ends ids of the threats that do not hold at all, or not at that place, once it is there
 * @param odds by how much it divides the odds of a scenario, where it lowers any
 */
public record MitigationUse(
        Set<ElementKind> kinds,
        boolean flows,
        Set<Stage> stages,
        Set<Place> places,
        Set<String> lowers,
        Set<String> ends,
        Odds odds) {
    /**
     * A range of divisors.
     *
     * @param least where its effect is weakest and it is only claimed
     * @param most where its effect is strongest and it was shown to work
     */
    public record Odds(double least, double most) {}

    private static final double DECIBANS_PER_TENFOLD = 10;

    /**
     * Reads off the catalogue what a mitigation does.
     *
     * @throws IllegalArgumentException where the knowledge base has no such mitigation
     */
    public static MitigationUse of(Knowledge knowledge, String id) {
        Mitigation mitigation = knowledge.mitigations().get(id);
        if (mitigation == null) {
            throw new IllegalArgumentException("no mitigation '%s'".formatted(id));
        }
        Fact fact = Objects.requireNonNull(knowledge.facts().get(mitigation.fact()));
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        Set<Place> places = EnumSet.noneOf(Place.class);
        Set<Strength> strengths = EnumSet.noneOf(Strength.class);
        Set<String> lowers = new TreeSet<>();
        Set<String> ends = new TreeSet<>();
        for (Threat threat : knowledge.threats().values()) {
            for (Factor factor : threat.mitigations()) {
                if (factor.mitigation().equals(id)) {
                    lowers.add(threat.id());
                    stages.add(threat.stage());
                    places.add(factor.at());
                    strengths.add(factor.strength());
                }
            }
            if (decides(threat.when(), mitigation) || threat.path().blockedBy().contains(mitigation.fact())) {
                ends.add(threat.id());
                stages.add(threat.stage());
            }
        }
        return new MitigationUse(
                fact.kinds(), fact.flows(), stages, places, lowers, ends, odds(knowledge.weights(), strengths));
    }

    /** Whether a condition of the target asks for the worse value of the mitigation's fact. */
    private static boolean decides(Condition condition, Mitigation mitigation) {
        return switch (condition) {
            case Condition.FactIs is -> is.fact().equals(mitigation.fact()) && is.wanted() != mitigation.value();
            case Condition.All all -> all.of().stream().anyMatch(c -> decides(c, mitigation));
            case Condition.Any any -> any.of().stream().anyMatch(c -> decides(c, mitigation));
            case Condition.Shared shared -> decides(shared.is(), mitigation);
            case Condition.Neighbour neighbour -> decides(neighbour.is(), mitigation);
            case Condition.Not not -> false; // a 'not' takes no facts
            case Condition.Path path -> false;
            case Condition.KindIs kind -> false;
            case Condition.Handles handles -> false;
            case Condition.Trust trust -> false;
            case Condition.Crosses crosses -> false;
        };
    }

    private static Odds odds(Weights weights, Set<Strength> strengths) {
        double least = Double.MAX_VALUE;
        double most = 1;
        for (Strength strength : strengths) {
            least = Math.min(least, divisor(weights.control(strength).claimed()));
            most = Math.max(most, divisor(weights.control(strength).verified()));
        }
        return strengths.isEmpty() ? new Odds(1, 1) : new Odds(least, most);
    }

    private static double divisor(double decibans) {
        return Math.pow(10, -decibans / DECIBANS_PER_TENFOLD);
    }
}
