package io.casemate.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.example.Example;
import io.casemate.core.knowledge.example.ExampleReader;
import io.casemate.core.knowledge.fact.FactBook;
import io.casemate.core.model.Adversary;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Evaluator;
import io.casemate.core.threat.Identification;
import io.casemate.core.threat.Reach;
import io.casemate.core.threat.Threat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Examples guard conditions: with any clause of a threat deleted, some example of it must go wrong. The score is printed, and
 * written with the survivors' names to {@code core/target/clause-mutation.txt}.
 */
class ClauseMutationTest {
    private static final Path REPORT =
            Path.of(System.getProperty("casemate.root", ".."), "core/target/clause-mutation.txt");
    private static final double LEAST_SHARE_KILLED = 0.95;
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    @Test
    void deleting_a_clause_turns_some_example_red() throws IOException {
        List<String> survivors = new ArrayList<>();
        int mutants = 0;
        for (Threat threat : KNOWLEDGE.threats().values()) {
            List<Tried> examples = ExampleReader.read(KNOWLEDGE, threat.id()).stream()
                    .map(Tried::of)
                    .toList();
            assertThat(examples).as(threat.id()).allMatch(e -> e.agrees(threat));
            for (Map.Entry<String, Threat> mutant : ClauseMutants.of(threat).entrySet()) {
                mutants++;
                if (examples.stream().allMatch(e -> e.agrees(mutant.getValue()))) {
                    survivors.add(threat.id() + " without " + mutant.getKey());
                }
            }
        }
        double killed = 1 - (double) survivors.size() / mutants;
        String score = "clauses deleted one at a time in %d threats: %d of %d noticed by examples, %.1f %%"
                .formatted(KNOWLEDGE.threats().size(), mutants - survivors.size(), mutants, 100 * killed);
        System.out.println(score);
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, score + "\nsurvivors:\n" + String.join("\n", survivors) + "\n");
        assertThat(mutants).isGreaterThan(300);
        assertThat(killed).as("%s: %s", score, survivors).isGreaterThanOrEqualTo(LEAST_SHARE_KILLED);
    }

    /** An example ready for one variant of its threat after the other. */
    private record Tried(Example example, Evaluator evaluator, Reach reach) {
        static Tried of(Example example) {
            List<Adversary> stated = example.model().adversaries();
            var evaluator = new Evaluator(Topology.of(example.model()), new FactBook(KNOWLEDGE.facts()));
            Reach reach = Reach.of(
                    evaluator,
                    stated.isEmpty() ? Reach.presumed(KNOWLEDGE.standings().values()) : stated,
                    KNOWLEDGE.standings(),
                    KNOWLEDGE.weights().frequency());
            return new Tried(example, evaluator, reach);
        }

        boolean agrees(Threat threat) {
            boolean fires =
                    Identification.of(evaluator, reach, KNOWLEDGE.weights(), Set.of(threat)).scenarios().stream()
                            .anyMatch(c -> c.target().id().equals(example.targetId()));
            return fires == example.applies();
        }
    }
}
