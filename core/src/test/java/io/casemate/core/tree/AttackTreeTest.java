package io.casemate.core.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.casemate.core.Assessor;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Level;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Risk;
import io.casemate.core.threat.Weights;
import io.casemate.core.tree.Node.Gate;
import io.casemate.core.tree.Node.Kind;
import io.casemate.core.tree.Node.Leaf;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttackTreeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Path EXAMPLES = Path.of(System.getProperty("casemate.root", ".."), "examples");
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    @ParameterizedTest
    @ValueSource(strings = {"fraud-detection", "genai-platform", "image-classifier"})
    void a_scenario_in_the_tree_is_as_probable_as_in_the_assessment(String example) {
        Assessment assessment = assessment(example);
        int compared = 0;
        for (AttackTree tree : AttackTree.of(assessment, KNOWLEDGE.weights().effort())) {
            Analysis analysis = Analysis.of(tree.root(), Analysis.Limits.USUAL);
            for (Node part : tree.root().parts()) {
                Risk risk = risk(assessment, part.id());
                double chained = analysis.of(part).probabilityLow();
                if (part.id().endsWith("+")) {
                    assertThat(chained)
                            .as(part.id())
                            .isGreaterThanOrEqualTo(risk.current().probability() - 1e-12);
                } else {
                    compared++;
                    assertThat(chained).as(part.id()).isCloseTo(risk.current().probability(), within(1e-12));
                }
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void the_effort_of_a_leaf_is_that_of_the_weights() {
        var effort = new Weights.Effort(3, Map.of(Level.LOW, 7.0, Level.MEDIUM, 11.0, Level.HIGH, 13.0));
        Assessment assessment = assessment("image-classifier");
        int leaves = 0;
        for (AttackTree tree : AttackTree.of(assessment, effort)) {
            for (Node part : tree.root().parts()) {
                for (Node node : ((Gate) part).parts()) {
                    if (node instanceof Leaf leaf) {
                        leaves++;
                        assertThat(leaf.effort())
                                .as(leaf.id())
                                .isEqualTo(leaf.kind() == Kind.ATTEMPT ? 3 : effort.attemptDays(leaf.skill()));
                    }
                }
            }
        }
        assertThat(leaves).isGreaterThan(20);
    }

    @Test
    void every_shown_scenario_that_harms_an_asset_is_in_its_tree_and_shares_who_acts_where() {
        Assessment assessment = assessment("image-classifier");
        List<AttackTree> trees = AttackTree.of(assessment, KNOWLEDGE.weights().effort());
        List<String> there = trees.stream()
                .flatMap(t -> t.root().parts().stream())
                .map(p -> p.id().replace("+", ""))
                .toList();
        List<String> harming = assessment.shown().stream()
                .filter(r -> assessment.topology().handles(r.part()).stream()
                        .anyMatch(a -> r.threat().harms().isEmpty()
                                || r.threat().harms().contains(a.kind())))
                .map(Risk::id)
                .toList();
        assertThat(there).containsAll(harming);
        AttackTree largest = trees.stream()
                .max(Comparator.comparingInt(AttackTree::scenarios))
                .orElseThrow();
        long acts = largest.root().parts().stream()
                .map(p -> ((Gate) p).parts().getFirst())
                .filter(Leaf.class::isInstance)
                .map(Node::id)
                .distinct()
                .count();
        assertThat(acts).isLessThan(largest.scenarios());
    }

    private static Risk risk(Assessment assessment, String id) {
        return assessment.risks().stream()
                .filter(r -> r.id().equals(id.replace("+", "")))
                .findFirst()
                .orElseThrow();
    }

    private static Assessment assessment(String example) {
        var model = SystemModelReader.read(EXAMPLES.resolve(example), KNOWLEDGE.vocabulary());
        return Assessor.assess(KNOWLEDGE, model, EvidenceBook.EMPTY, Map.of(), NOW);
    }
}
