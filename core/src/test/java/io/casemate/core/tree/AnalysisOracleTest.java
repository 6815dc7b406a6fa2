package io.casemate.core.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.casemate.core.model.Level;
import io.casemate.core.tree.Node.Gate;
import io.casemate.core.tree.Node.Join;
import io.casemate.core.tree.Node.Kind;
import io.casemate.core.tree.Node.Leaf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Cut sets and probabilities against trying every set of leaves. */
class AnalysisOracleTest {
    private static final long SEED = 20261121L;
    private static final int TREES = 500;
    private static final int LEAVES_MOST = 11;
    private static final double ROUNDING = 1e-12;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    /** A tree with its leaves in order. */
    private record Grown(Node root, List<Leaf> leaves) {}

    @Test
    void cut_sets_and_figures_equal_those_of_trying_every_set_of_leaves() {
        int shared = 0;
        for (int i = 0; i < TREES; i++) {
            Grown tree = grown();
            String as = "seed %d tree %d".formatted(SEED, i);
            Analysis analysis = Analysis.of(tree.root(), Analysis.Limits.USUAL);
            List<Set<String>> expected = minimal(tree);

            assertThat(analysis.complete()).as(as).isTrue();
            assertThat(analysis.cuts().stream().map(AnalysisOracleTest::ids).toList())
                    .as(as)
                    .containsExactlyInAnyOrderElementsOf(expected);
            Rollup root = analysis.of(tree.root());
            assertThat(root.exact()).as(as).isTrue();
            assertThat(root.probabilityLow()).as(as).isCloseTo(probability(tree), within(ROUNDING));
            assertThat(root.effort())
                    .as(as)
                    .isEqualTo(expected.stream()
                            .mapToDouble(s -> leaves(tree, s).stream()
                                    .mapToDouble(Leaf::effort)
                                    .sum())
                            .min()
                            .orElseThrow());
            assertThat(root.skill())
                    .as(as)
                    .isEqualTo(expected.stream()
                            .map(s -> leaves(tree, s).stream()
                                    .map(Leaf::skill)
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow())
                            .min(Comparator.naturalOrder())
                            .orElseThrow());
            shared += occurrences(tree.root()) > tree.leaves().size() ? 1 : 0;
        }
        assertThat(shared).isGreaterThan(TREES / 2);
    }

    @Test
    void beyond_a_limit_the_truth_lies_within_the_bounds_that_are_told() {
        int cut = 0;
        for (int i = 0; i < TREES; i++) {
            Grown tree = grown();
            String as = "seed %d tree %d".formatted(SEED, i);
            Analysis analysis = Analysis.of(tree.root(), new Analysis.Limits(2, 6));
            double truth = probability(tree);
            Rollup root = analysis.of(tree.root());
            assertThat(root.probabilityLow()).as(as).isLessThanOrEqualTo(truth + ROUNDING);
            assertThat(root.probabilityHigh()).as(as).isGreaterThanOrEqualTo(truth - ROUNDING);
            Set<Set<String>> told =
                    analysis.cuts().stream().map(AnalysisOracleTest::ids).collect(Collectors.toSet());
            assertThat(told).as(as).allMatch(set -> holds(tree.root(), set));
            if (!told.containsAll(minimal(tree))) {
                cut++;
                assertThat(analysis.complete()).as(as).isFalse();
            }
            assertThat(analysis.missed()).as(as).isGreaterThanOrEqualTo(truth - probability(tree, told) - ROUNDING);
        }
        assertThat(cut).isGreaterThan(TREES / 4);
    }

    /** Gates over earlier nodes, so that leaves and whole branches are shared. */
    private Grown grown() {
        int n = 2 + random.nextInt(LEAVES_MOST - 1);
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Level skill = Level.values()[random.nextInt(3)];
            Level seen = Level.values()[random.nextInt(3)];
            leaves.add(new Leaf(
                    "l" + i, "l" + i, Kind.SUCCESS, 0.01 + 0.98 * random.nextDouble(), random.nextInt(9), skill, seen));
        }
        List<Node> nodes = new ArrayList<>(leaves);
        int gates = 2 + random.nextInt(6);
        for (int g = 0; g < gates; g++) {
            List<Node> parts = new ArrayList<>();
            int width = 2 + random.nextInt(3);
            for (int p = 0; p < width; p++) {
                parts.add(nodes.get(random.nextInt(nodes.size())));
            }
            nodes.add(new Gate("g" + g, "g" + g, random.nextBoolean() ? Join.AND : Join.OR, parts));
        }
        Node root = nodes.getLast();
        Set<String> used = new TreeSet<>();
        collect(root, used);
        return new Grown(
                root, leaves.stream().filter(l -> used.contains(l.id())).toList());
    }

    private static void collect(Node node, Set<String> ids) {
        switch (node) {
            case Leaf leaf -> ids.add(leaf.id());
            case Gate gate -> gate.parts().forEach(p -> collect(p, ids));
        }
    }

    private static int occurrences(Node node) {
        return switch (node) {
            case Leaf leaf -> 1;
            case Gate gate ->
                gate.parts().stream().mapToInt(AnalysisOracleTest::occurrences).sum();
        };
    }

    private static boolean holds(Node node, Set<String> happened) {
        return switch (node) {
            case Leaf leaf -> happened.contains(leaf.id());
            case Gate gate ->
                gate.join() == Join.AND
                        ? gate.parts().stream().allMatch(p -> holds(p, happened))
                        : gate.parts().stream().anyMatch(p -> holds(p, happened));
        };
    }

    private static List<Set<String>> minimal(Grown tree) {
        List<Set<String>> holding =
                subsets(tree).stream().filter(s -> holds(tree.root(), s)).toList();
        return holding.stream()
                .filter(s -> holding.stream().noneMatch(o -> o.size() < s.size() && s.containsAll(o)))
                .toList();
    }

    private static double probability(Grown tree) {
        return subsets(tree).stream()
                .filter(s -> holds(tree.root(), s))
                .mapToDouble(s -> exactly(tree, s))
                .sum();
    }

    /** That one of these cut sets happens. */
    private static double probability(Grown tree, Set<Set<String>> cuts) {
        return subsets(tree).stream()
                .filter(s -> cuts.stream().anyMatch(s::containsAll))
                .mapToDouble(s -> exactly(tree, s))
                .sum();
    }

    private static double exactly(Grown tree, Set<String> happened) {
        double p = 1;
        for (Leaf leaf : tree.leaves()) {
            p *= happened.contains(leaf.id()) ? leaf.probability() : 1 - leaf.probability();
        }
        return p;
    }

    private static List<Set<String>> subsets(Grown tree) {
        List<Set<String>> all = new ArrayList<>();
        for (int set = 0; set < 1 << tree.leaves().size(); set++) {
            Set<String> some = new HashSet<>();
            for (int i = 0; i < tree.leaves().size(); i++) {
                if ((set >> i & 1) == 1) {
                    some.add(tree.leaves().get(i).id());
                }
            }
            all.add(some);
        }
        return all;
    }

    private static Set<String> ids(Cut cut) {
        return cut.leaves().stream().map(Leaf::id).collect(Collectors.toSet());
    }

    private static List<Leaf> leaves(Grown tree, Set<String> ids) {
        return tree.leaves().stream().filter(l -> ids.contains(l.id())).toList();
    }
}
