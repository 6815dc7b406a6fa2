package io.casemate.report.tree;

import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Risk;
import io.casemate.core.tree.Analysis;
import io.casemate.core.tree.AttackTree;
import io.casemate.core.tree.Node;
import io.casemate.core.tree.Node.Gate;
import io.casemate.core.tree.Node.Join;
import io.casemate.core.tree.Node.Leaf;
import io.casemate.core.tree.Rollup;
import io.casemate.report.tree.Sketch.Form;
import io.casemate.report.tree.Sketch.Item;
import io.casemate.report.tree.Sketch.Link;
import io.casemate.report.wording.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses what a picture of a tree shows. */
final class Sketching {
    private static final String AT = ", at ";
    private static final int SCENARIOS_MOST = 7;
    private static final int WAYS_MOST = 3;

    private final Analysis analysis;
    private final Map<String, Risk> risks;
    private final List<Item> items = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Integer> drawn = new HashMap<>();
    private int folded;

    private Sketching(Analysis analysis, Assessment assessment) {
        this.analysis = analysis;
        this.risks = assessment.risks().stream().collect(Collectors.toMap(Risk::id, r -> r));
    }

    static Sketch of(AttackTree tree, Analysis analysis, Assessment assessment) {
        var made = new Sketching(analysis, assessment);
        made.goal(tree.root());
        return new Sketch(made.items, made.links, made.folded);
    }

    private void goal(Gate root) {
        int at = add(root.id(), new Item(Form.GOAL, root.title(), "any of these · " + probability(root), Band.LOW));
        List<Node> told = root.parts().stream()
                .filter(p -> band(p.id()) != Band.LOW)
                .limit(SCENARIOS_MOST)
                .toList();
        List<Node> shown =
                told.isEmpty() ? root.parts().stream().limit(WAYS_MOST).toList() : told;
        shown.forEach(p -> link(at, p));
        rest(at, root.parts(), shown, "more scenario");
        folded = root.parts().size() - shown.size();
    }

    private void link(int parent, Node node) {
        Integer known = drawn.get(node.id());
        links.add(new Link(parent, known == null ? items.size() : known));
        if (known != null) {
            return;
        }
        switch (node) {
            case Leaf leaf -> add(leaf.id(), new Item(form(leaf), title(leaf), note(leaf), Band.LOW));
            case Gate gate -> {
                boolean all = gate.join() == Join.AND;
                String note = (all ? "all of these · " : "any of these · ") + probability(gate);
                int at = add(gate.id(), new Item(all ? Form.ALL : Form.ANY, gate.title(), note, band(gate.id())));
                List<Node> shown = all
                        ? gate.parts()
                        : gate.parts().stream().limit(WAYS_MOST).toList();
                shown.forEach(p -> link(at, p));
                rest(at, gate.parts(), shown, "more foothold");
            }
        }
    }

    /** What is left out is counted, with the most probable of it: a picture never cuts in silence. */
    private void rest(int parent, List<Node> all, List<Node> shown, String noun) {
        int left = all.size() - shown.size();
        if (left > 0) {
            double most = all.stream()
                    .filter(n -> !Set.copyOf(shown).contains(n))
                    .mapToDouble(n -> analysis.of(n).probabilityHigh())
                    .max()
                    .orElse(0);
            links.add(new Link(parent, items.size()));
            items.add(
                    new Item(Form.REST, Figures.count(left, noun), "each at most " + Figures.percent(most), Band.LOW));
        }
    }

    private int add(String id, Item item) {
        drawn.put(id, items.size());
        items.add(item);
        return items.size() - 1;
    }

    private Band band(String id) {
        Risk risk = risks.get(id.endsWith("+") ? id.substring(0, id.length() - 1) : id);
        return risk == null ? Band.LOW : risk.current().band();
    }

    /** Short, for who and what stand in the cut sets below. */
    private static String title(Leaf leaf) {
        return switch (leaf.kind()) {
            case ATTEMPT ->
                "Somebody acts at " + leaf.title().substring(leaf.title().lastIndexOf(AT) + AT.length());
            case SUCCESS -> "It succeeds";
        };
    }

    private static Form form(Leaf leaf) {
        return switch (leaf.kind()) {
            case ATTEMPT -> Form.ATTEMPT;
            case SUCCESS -> Form.SUCCESS;
        };
    }

    private String probability(Node node) {
        return TreeWords.probability(analysis.of(node)) + " a year";
    }

    private String note(Leaf leaf) {
        Rollup rollup = analysis.of(leaf);
        return leaf.kind() == Node.Kind.ATTEMPT
                ? TreeWords.probability(rollup) + " a year"
                : "%s if tried · %s skill"
                        .formatted(TreeWords.probability(rollup), leaf.skill().id());
    }
}
