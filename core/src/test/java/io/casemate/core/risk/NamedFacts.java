package io.casemate.core.risk;

import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Standing;
import io.casemate.core.threat.Threat;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The facts that a threat names: in its conditions, the shared ones included, in its path and in its factors. */
final class NamedFacts {
    private final Set<String> facts = new HashSet<>();

    private NamedFacts() {}

    static Set<String> of(Threat threat) {
        var named = new NamedFacts();
        named.read(threat.when());
        named.read(threat.path());
        threat.mitigations().forEach(factor -> named.facts.add(factor.fact()));
        threat.aggravations().forEach(factor -> named.facts.add(factor.fact()));
        return Set.copyOf(named.facts);
    }

    /** The facts by which adversaries get to where they stand. */
    static Set<String> of(Collection<Standing> standings) {
        var named = new NamedFacts();
        standings.forEach(standing -> {
            named.read(standing.reaches());
            named.read(standing.byDefault());
        });
        return Set.copyOf(named.facts);
    }

    private void read(Condition condition) {
        switch (condition) {
            case Condition.FactIs is -> facts.add(is.fact());
            case Condition.All all -> all.of().forEach(this::read);
            case Condition.Any any -> any.of().forEach(this::read);
            case Condition.Not not -> read(not.of());
            case Condition.Neighbour neighbour -> read(neighbour.is());
            case Condition.Shared shared -> read(shared.is());
            case Condition.Path path -> {
                read(path.from());
                path.via().forEach(this::read);
                facts.addAll(path.blockedBy());
            }
            case Condition.KindIs kind -> {}
            case Condition.Handles handles -> {}
            case Condition.Trust trust -> {}
            case Condition.Crosses crosses -> {}
        }
    }
}
