package io.casemate.core.risk;

import io.casemate.core.model.Part;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Condition.All;
import io.casemate.core.threat.Condition.Any;
import io.casemate.core.threat.Condition.Crosses;
import io.casemate.core.threat.Condition.FactIs;
import io.casemate.core.threat.Condition.Handles;
import io.casemate.core.threat.Condition.KindIs;
import io.casemate.core.threat.Condition.Neighbour;
import io.casemate.core.threat.Condition.Not;
import io.casemate.core.threat.Condition.Path;
import io.casemate.core.threat.Condition.Shared;
import io.casemate.core.threat.Condition.Trust;
import io.casemate.core.threat.Evaluator;
import io.casemate.core.threat.Threat;
import io.casemate.core.threat.Truth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words why a threat did not fire: the first clause that the part coming closest does not meet. */
final class Silence {
    private Silence() {}

    static String because(Threat threat, Evaluator evaluator) {
        List<Condition> clauses = threat.when() instanceof All all ? all.of() : List.of(threat.when());
        int furthest = 0;
        Part nearest = null;
        for (Part part : evaluator.topology().parts()) {
            int met = 0;
            while (met < clauses.size() && evaluator.test(clauses.get(met), part) != Truth.NO) {
                met++;
            }
            if (met > furthest) {
                furthest = met;
                nearest = part;
            }
        }
        if (nearest == null) {
            return "nothing in the system " + words(clauses.getFirst());
        }
        if (furthest < clauses.size()) {
            return "nothing else fits: %s, the nearest, does not meet: %s"
                    .formatted(nearest.id(), words(clauses.get(furthest)));
        }
        return threat.atTarget()
                ? "no adversary of the model can act at " + nearest.id()
                : "no path that an adversary of the model can take leads to " + nearest.id();
    }

    static String words(Condition condition) {
        return switch (condition) {
            case KindIs(var kinds) ->
                "is a " + kinds.stream().map(k -> k.id()).sorted().collect(Collectors.joining(" or "));
            case FactIs(var fact, var wanted) -> (wanted ? "is " : "lacks ") + fact;
            case Handles(var kinds, var atLeast) ->
                "handles "
                        + (kinds.isEmpty()
                                ? "an asset"
                                : kinds.stream().map(k -> k.id()).sorted().collect(Collectors.joining(" or ")))
                        + (atLeast.rank() > 1 ? " of at least " + atLeast.id() + " sensitivity" : "");
            case Trust(var atLeast, var atMost) -> "lies in a zone of trust %d to %d".formatted(atLeast, atMost);
            case Crosses() -> "crosses a trust boundary";
            case All(var of) -> join(of.stream(), " and ");
            case Any(var of) -> join(of.stream(), " or ");
            case Not(var of) -> "not (" + words(of) + ")";
            case Neighbour(var direction, var is) ->
                (direction == Neighbour.Direction.FEEDS ? "feeds something that " : "is fed by something that ")
                        + words(is);
            case Shared(var name, var is) -> "is " + name;
            case Path p -> "is reached on a path";
        };
    }

    private static String join(Stream<Condition> of, String word) {
        return of.map(Silence::words).collect(Collectors.joining(word));
    }
}
