package io.casemate.core.risk;

import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Condition.All;
import io.casemate.core.threat.Condition.Any;
import io.casemate.core.threat.Condition.Neighbour;
import io.casemate.core.threat.Condition.Not;
import io.casemate.core.threat.Condition.Path;
import io.casemate.core.threat.Threat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A threat with one clause of its condition deleted, at any depth; shared conditions count as one clause. */
final class ClauseMutants {
    private static final Condition ANYTHING = new All(List.of());

    private ClauseMutants() {}

    /** By what was deleted. */
    static Map<String, Threat> of(Threat threat) {
        Map<String, Threat> mutants = new LinkedHashMap<>();
        without(threat.when()).forEach((what, when) -> mutants.put(what, mutant(threat, when, threat.path())));
        if (!threat.atTarget()) {
            without(threat.path()).forEach((what, path) -> mutants.put(what, mutant(threat, threat.when(), path)));
        }
        return mutants;
    }

    private static Map<String, Condition> without(Condition condition) {
        return switch (condition) {
            case All all -> members(all.of(), All::new);
            case Any any -> members(any.of(), Any::new);
            case Not not -> wrapped(not.of(), Not::new, "not ");
            case Neighbour n ->
                wrapped(
                        n.is(),
                        inner -> new Neighbour(n.direction(), inner),
                        n.direction().name() + " ");
            case Path path -> Map.of();
            case Condition.KindIs kind -> Map.of();
            case Condition.FactIs fact -> Map.of();
            case Condition.Handles handles -> Map.of();
            case Condition.Trust trust -> Map.of();
            case Condition.Crosses crosses -> Map.of();
            case Condition.Shared shared -> Map.of();
        };
    }

    /** Each member left out, and each with something left out of it. */
    private static Map<String, Condition> members(List<Condition> of, Function<List<Condition>, Condition> join) {
        Map<String, Condition> mutants = new LinkedHashMap<>();
        for (int i = 0; i < of.size(); i++) {
            int at = i;
            if (of.size() > 1) {
                mutants.put("%d %s".formatted(i + 1, of.get(i)), join.apply(replaced(of, i, List.of())));
            }
            without(of.get(i))
                    .forEach((what, is) ->
                            mutants.put("%d.%s".formatted(at + 1, what), join.apply(replaced(of, at, List.of(is)))));
        }
        return mutants;
    }

    private static Map<String, Condition> wrapped(Condition inner, Function<Condition, Condition> wrap, String prefix) {
        Map<String, Condition> mutants = new LinkedHashMap<>();
        without(inner).forEach((what, is) -> mutants.put(prefix + what, wrap.apply(is)));
        return mutants;
    }

    private static Map<String, Path> without(Path p) {
        Map<String, Path> mutants = new LinkedHashMap<>();
        Map<String, Condition> from = new LinkedHashMap<>();
        from.put("all of it", ANYTHING);
        from.putAll(without(p.from()));
        from.forEach((what, is) ->
                mutants.put("from " + what, new Path(is, p.via(), p.avoid(), p.blockedBy(), p.crossing())));
        for (int i = 0; i < p.via().size(); i++) {
            List<Condition> rest = replaced(p.via(), i, List.of());
            mutants.put("via " + (i + 1), new Path(p.from(), rest, p.avoid(), p.blockedBy(), p.crossing()));
        }
        if (!p.avoid().isEmpty()) {
            mutants.put("avoid", new Path(p.from(), p.via(), Set.of(), p.blockedBy(), p.crossing()));
        }
        if (!p.blockedBy().isEmpty()) {
            mutants.put("blocked-by", new Path(p.from(), p.via(), p.avoid(), Set.of(), p.crossing()));
        }
        if (p.crossing()) {
            mutants.put("crossing", new Path(p.from(), p.via(), p.avoid(), p.blockedBy(), false));
        }
        return mutants;
    }

    private static List<Condition> replaced(List<Condition> list, int index, List<Condition> by) {
        List<Condition> changed = new ArrayList<>(list.subList(0, index));
        changed.addAll(by);
        changed.addAll(list.subList(index + 1, list.size()));
        return changed;
    }

    private static Threat mutant(Threat t, Condition when, Path path) {
        return new Threat(
                t.id(),
                t.title(),
                t.maturity(),
                t.stride(),
                t.stage(),
                t.onFlows(),
                t.references(),
                t.description(),
                t.scenario(),
                when,
                path,
                t.prior(),
                t.skill(),
                t.by(),
                t.harms(),
                t.impact(),
                t.mitigations(),
                t.aggravations(),
                t.verification(),
                t.falsePositives());
    }
}
