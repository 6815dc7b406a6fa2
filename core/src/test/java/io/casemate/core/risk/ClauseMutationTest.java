package io.casemate.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.example.Example;
import io.casemate.core.knowledge.example.ExampleReader;
import io.casemate.core.knowledge.fact.FactBook;
import io.casemate.core.model.Adversary;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Condition.All;
import io.casemate.core.threat.Condition.Path;
import io.casemate.core.threat.Evaluator;
import io.casemate.core.threat.Identification;
import io.casemate.core.threat.Reach;
import io.casemate.core.threat.Threat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Examples guard conditions: with any clause of a threat deleted, some example of it must go wrong. */
class ClauseMutationTest {
    private static final double LEAST_SHARE_KILLED = 0.95;
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    @Test
    void deleting_a_clause_turns_some_example_red() {
        List<String> survivors = new ArrayList<>();
        int mutants = 0;
        for (Threat threat : KNOWLEDGE.threats().values()) {
            List<Example> examples = ExampleReader.read(KNOWLEDGE, threat.id());
            assertThat(examples).as(threat.id()).allMatch(e -> fires(threat, e) == e.applies());
            for (Map.Entry<String, Threat> mutant : mutants(threat).entrySet()) {
                mutants++;
                if (examples.stream().allMatch(e -> fires(mutant.getValue(), e) == e.applies())) {
                    survivors.add(threat.id() + " without " + mutant.getKey());
                }
            }
        }
        assertThat(mutants).isGreaterThan(300);
        assertThat(1 - (double) survivors.size() / mutants)
                .as("%d of %d mutants survive: %s", survivors.size(), mutants, survivors)
                .isGreaterThanOrEqualTo(LEAST_SHARE_KILLED);
    }

    private static Map<String, Threat> mutants(Threat threat) {
        Map<String, Threat> mutants = new LinkedHashMap<>();
        if (threat.when() instanceof All all) {
            for (int i = 0; i < all.of().size(); i++) {
                List<Condition> rest = without(all.of(), i);
                mutants.put(
                        "clause %d: %s".formatted(i + 1, all.of().get(i)),
                        mutant(threat, new All(rest), threat.path()));
            }
        }
        if (!threat.atTarget()) {
            Path p = threat.path();
            var anywhere = new All(List.of());
            put(mutants, threat, "from", new Path(anywhere, p.via(), p.avoid(), p.blockedBy(), p.crossing()));
            for (int i = 0; i < p.via().size(); i++) {
                Path path = new Path(p.from(), without(p.via(), i), p.avoid(), p.blockedBy(), p.crossing());
                put(mutants, threat, "via " + (i + 1), path);
            }
            if (!p.blockedBy().isEmpty()) {
                put(mutants, threat, "blocked-by", new Path(p.from(), p.via(), p.avoid(), Set.of(), p.crossing()));
            }
            if (p.crossing()) {
                put(mutants, threat, "crossing", new Path(p.from(), p.via(), p.avoid(), p.blockedBy(), false));
            }
        }
        return mutants;
    }

    private static void put(Map<String, Threat> mutants, Threat threat, String what, Path path) {
        mutants.put(what, mutant(threat, threat.when(), path));
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> rest = new ArrayList<>(list);
        rest.remove(index);
        return rest;
    }

    private static boolean fires(Threat threat, Example example) {
        List<Adversary> stated = example.model().adversaries();
        var evaluator = new Evaluator(Topology.of(example.model()), new FactBook(KNOWLEDGE.facts()));
        Reach reach = Reach.of(
                evaluator,
                stated.isEmpty() ? Reach.presumed(KNOWLEDGE.standings().values()) : stated,
                KNOWLEDGE.standings(),
                KNOWLEDGE.weights().frequency());
        return Identification.of(evaluator, reach, KNOWLEDGE.weights(), List.of(threat)).scenarios().stream()
                .anyMatch(c -> c.target().id().equals(example.targetId()));
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
