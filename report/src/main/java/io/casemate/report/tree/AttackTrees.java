package io.casemate.report.tree;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.problem.Spelling;
import io.casemate.core.risk.Assessment;
import io.casemate.core.threat.Weights;
import io.casemate.core.tree.Analysis;
import io.casemate.core.tree.AttackTree;
import io.casemate.report.diagram.TreeDiagram;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.json.JsonExporter;
import io.casemate.report.wording.Figures;
import java.util.List;
import java.util.stream.Collectors;

/** The attack trees of one assessment in every form. */
public final class AttackTrees {
    private static final int CUTS_TOLD = 10;

    private final Assessment assessment;
    private final List<Analysed> trees;

    /** A tree, what follows from it, and what a picture shows of it. */
    private record Analysed(AttackTree tree, Analysis analysis, Sketch sketch) {}

    private AttackTrees(Assessment assessment, List<Analysed> trees) {
        this.assessment = assessment;
        this.trees = trees;
    }

    /**
     * The trees of an assessment.
     *
     * @param effort what the leaves cost the adversary
     * @param asset id of the only asset to look at; empty for all
     * @throws InvalidInputException where the model has no such asset
     */
    public static AttackTrees of(Assessment assessment, Weights.Effort effort, String asset) {
        List<String> assets =
                assessment.topology().model().assets().stream().map(a -> a.id()).toList();
        if (!asset.isEmpty() && !assets.contains(asset)) {
            throw new InvalidInputException(
                    List.of(new Problem("--asset", "unknown '%s'".formatted(asset), Spelling.remedy(asset, assets))));
        }
        List<Analysed> trees = AttackTree.of(assessment, effort).stream()
                .filter(t -> asset.isEmpty() || t.asset().id().equals(asset))
                .map(t -> {
                    Analysis analysis = Analysis.of(t.root(), Analysis.Limits.USUAL);
                    return new Analysed(t, analysis, Sketching.of(t, analysis, assessment));
                })
                .toList();
        return new AttackTrees(assessment, trees);
    }

    public JsonObject json() {
        return Json.object()
                .put("casemate", JsonExporter.VERSION)
                .put("asOf", assessment.asOf().toString())
                .put("system", name())
                .put("trees", Json.array(trees, t -> TreeJson.of(t.tree(), t.analysis())));
    }

    /** One chart each; several are apart by a comment that names the asset. */
    public String mermaid() {
        return trees.stream()
                .map(t -> "%%%% %s%n%s".formatted(t.tree().asset().id(), TreeMermaid.of(t.sketch())))
                .collect(Collectors.joining("\n"));
    }

    public String dot() {
        return trees.stream()
                .map(t -> TreeDot.of(t.tree().asset().id(), t.sketch()))
                .collect(Collectors.joining("\n"));
    }

    public Document document() {
        var page = new Document.Builder();
        page.paragraph(
                "An asset falls where any scenario happens that harms it; a scenario needs somebody who acts where it"
                        + " begins, and success. Attempt times success is the annual probability of the assessment. Another"
                        + " scenario that gives rights at an element of the path is a foothold; chains are of at most two"
                        + " scenarios.");
        if (trees.isEmpty()) {
            page.paragraph("No scenario harms an asset.");
        }
        trees.forEach(t -> tree(t, page));
        return page.build(name(), "Attack trees", assessment.asOf());
    }

    private void tree(Analysed t, Document.Builder page) {
        AttackTree tree = t.tree();
        var root = t.analysis().of(tree.root());
        page.section("tree-" + tree.asset().id(), tree.asset().name());
        page.paragraph(Line.of("Falls with a probability of ")
                .strong(TreeWords.probability(root))
                .plain(
                        " a year, by %s. The easiest way takes %s of work, the least skilled %s skill; the least seen is of %s detectability."
                                .formatted(
                                        Figures.count(tree.scenarios(), "scenario"),
                                        TreeWords.days(root.effort()),
                                        root.skill().id(),
                                        root.detectability().id())));
        page.diagram(
                "Attack tree of " + tree.asset().name(),
                TreeDiagram.of(
                                "tree-" + tree.asset().id() + "-picture",
                                "Attack tree of " + tree.asset().name(),
                                parts(t.sketch()),
                                links(t.sketch()))
                        .svg(),
                TreeMermaid.of(t.sketch()));
        if (t.sketch().folded() > 0) {
            page.paragraph(Line.EMPTY.muted(
                    "%s of lower bands or beyond the first are counted in the picture and stand in the JSON form."
                            .formatted(Figures.count(t.sketch().folded(), "scenario"))));
        }
        page.heading(3, "cuts-" + tree.asset().id(), "Minimal cut sets");
        page.paragraph(TreeWords.completeness(t.analysis())
                + (t.analysis().cuts().size() > CUTS_TOLD ? " The %d most probable:".formatted(CUTS_TOLD) : ""));
        page.table(
                "Minimal cut sets of " + tree.asset().name(),
                List.of("All of", "Probability a year", "Effort", "Skill", "Detectability"),
                t.analysis().cuts().stream()
                        .limit(CUTS_TOLD)
                        .map(c -> List.of(
                                new Cell(c.leaves().stream()
                                        .map(l -> Line.of(l.title()))
                                        .toList()),
                                Cell.of(Figures.percent(c.probability())),
                                Cell.of(TreeWords.days(c.effort())),
                                Cell.of(c.skill().id()),
                                Cell.of(c.detectability().id())))
                        .toList());
    }

    private static List<TreeDiagram.Part> parts(Sketch sketch) {
        return sketch.nodes().stream()
                .map(i -> new TreeDiagram.Part(
                        switch (i.form()) {
                            case GOAL -> TreeDiagram.Look.GOAL;
                            case ALL, ANY -> TreeDiagram.Look.GATE;
                            case ATTEMPT, SUCCESS -> TreeDiagram.Look.LEAF;
                            case REST -> TreeDiagram.Look.REST;
                        },
                        i.title(),
                        i.note(),
                        i.mark()))
                .toList();
    }

    private static List<int[]> links(Sketch sketch) {
        return sketch.links().stream().map(l -> new int[] {l.from(), l.to()}).toList();
    }

    private String name() {
        return assessment.topology().model().scope().name();
    }
}
