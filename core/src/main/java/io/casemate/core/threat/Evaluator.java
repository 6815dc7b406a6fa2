package io.casemate.core.threat;

import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.model.Topology;
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
import java.util.List;
import java.util.function.Consumer;

/** Says how far a condition holds at a part of one system, and which facts the answer rests on. */
public record Evaluator(Topology topology, Facts facts) {

    /** A fact of a part, as it was read. */
    public record Read(Part part, String fact, Reading reading) {}

    public Truth test(Condition condition, Part part) {
        return switch (condition) {
            case KindIs(var kinds) -> crisp(part instanceof Element e && kinds.contains(e.kind()));
            case FactIs(var fact, var wanted) -> facts.read(part, fact).is(wanted);
            case Handles(var kinds, var atLeast) ->
                crisp(topology.handles(part).stream()
                        .anyMatch(a -> (kinds.isEmpty() || kinds.contains(a.kind()))
                                && a.sensitivity().compareTo(atLeast) >= 0));
            case Trust(var atLeast, var atMost) -> {
                int trust = topology.trust(part);
                yield crisp(atLeast <= trust && trust <= atMost);
            }
            case Crosses() ->
                crisp(part instanceof Flow f && !topology.crossed(f).isEmpty());
            case All(var of) -> all(of, part);
            case Any(var of) -> any(of, part);
            case Not(var of) -> crisp(test(of, part) == Truth.NO);
            case Neighbour n -> anyNeighbour(n, part);
            case Shared(var name, var is) -> test(is, part);
            case Path p -> throw new IllegalStateException("a path is searched, not tested at a part");
        };
    }

    /**
     * How many clauses of a condition that holds rest on a presumption. Conjunctions are counted clause by clause, everything
     * else as one.
     */
    public int presumedClauses(Condition condition, Part part) {
        return switch (condition) {
            case All(var of) ->
                of.stream().mapToInt(c -> presumedClauses(c, part)).sum();
            case Shared(var name, var is) -> presumedClauses(is, part);
            case FactIs f -> presumed(f, part);
            case Any a -> presumed(a, part);
            case Neighbour n -> presumed(n, part);
            case KindIs k -> 0;
            case Handles h -> 0;
            case Trust t -> 0;
            case Crosses c -> 0;
            case Not n -> 0;
            case Path p -> 0;
        };
    }

    /** Reports the facts that a condition's truth rests on: of a disjunction only those of its strongest alternatives. */
    public void support(Condition condition, Part part, Consumer<Read> to) {
        switch (condition) {
            case FactIs(var fact, var wanted) -> to.accept(new Read(part, fact, facts.read(part, fact)));
            case All(var of) -> of.forEach(c -> support(c, part, to));
            case Any(var of) -> {
                Truth best = test(condition, part);
                if (best == Truth.YES) {
                    of.stream()
                            .filter(c -> test(c, part) == Truth.YES)
                            .findFirst()
                            .ifPresent(c -> support(c, part, to));
                } else {
                    of.stream().filter(c -> test(c, part) == best).forEach(c -> support(c, part, to));
                }
            }
            case Neighbour n ->
                neighbours(n, part).stream()
                        .filter(e -> test(n.is(), e) == test(condition, part))
                        .findFirst()
                        .ifPresent(e -> support(n.is(), e, to));
            case Shared(var name, var is) -> support(is, part, to);
            case KindIs k -> {}
            case Handles h -> {}
            case Trust t -> {}
            case Crosses c -> {}
            case Not n -> {}
            case Path p -> {}
        }
    }

    private Truth all(List<Condition> of, Part part) {
        Truth truth = Truth.YES;
        for (Condition c : of) {
            truth = truth.and(test(c, part));
            if (truth == Truth.NO) {
                return truth;
            }
        }
        return truth;
    }

    private int presumed(Condition condition, Part part) {
        return test(condition, part) == Truth.PRESUMED ? 1 : 0;
    }

    private Truth any(List<Condition> of, Part part) {
        Truth truth = Truth.NO;
        for (Condition c : of) {
            truth = truth.or(test(c, part));
            if (truth == Truth.YES) {
                return truth;
            }
        }
        return truth;
    }

    private Truth anyNeighbour(Neighbour n, Part part) {
        Truth truth = Truth.NO;
        for (Element e : neighbours(n, part)) {
            truth = truth.or(test(n.is(), e));
            if (truth == Truth.YES) {
                return truth;
            }
        }
        return truth;
    }

    private List<Element> neighbours(Neighbour n, Part part) {
        return switch (n.direction()) {
            case FEEDS -> topology.feeds(part.id());
            case FED_BY -> topology.fedBy(part.id());
        };
    }

    private static Truth crisp(boolean holds) {
        return holds ? Truth.YES : Truth.NO;
    }
}
