package io.casemate.report.tree;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.tree.Analysis;
import io.casemate.core.tree.AttackTree;
import io.casemate.core.tree.Cut;
import io.casemate.core.tree.Node;
import io.casemate.core.tree.Node.Gate;
import io.casemate.core.tree.Node.Leaf;
import io.casemate.core.tree.Rollup;
import io.casemate.report.wording.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One tree as JSON, whole: every node once, parts by id. */
final class TreeJson {
    private TreeJson() {}

    static JsonObject of(AttackTree tree, Analysis analysis) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        collect(tree.root(), nodes);
        return Json.object()
                .put("asset", tree.asset().id())
                .put("name", tree.asset().name())
                .put("root", tree.root().id())
                .put("scenarios", tree.scenarios())
                .put("complete", analysis.complete())
                .put("missedAtMost", Figures.six(analysis.missed()))
                .put("nodes", Json.array(new ArrayList<>(nodes.values()), n -> node(n, analysis)))
                .put("cutSets", Json.array(analysis.cuts(), TreeJson::cut));
    }

    private static void collect(Node node, Map<String, Node> nodes) {
        if (nodes.putIfAbsent(node.id(), node) == null && node instanceof Gate gate) {
            gate.parts().forEach(p -> collect(p, nodes));
        }
    }

    private static JsonObject node(Node node, Analysis analysis) {
        Rollup r = analysis.of(node);
        JsonObject json = Json.object().put("id", node.id()).put("title", node.title());
        json = switch (node) {
            case Leaf leaf -> json.put("kind", leaf.kind().id()).put("parts", Json.texts(List.of()));
            case Gate gate ->
                json.put("kind", gate.join().id())
                        .put(
                                "parts",
                                Json.texts(gate.parts().stream().map(Node::id).toList()));
        };
        return json.put("probabilityLow", Figures.six(r.probabilityLow()))
                .put("probabilityHigh", Figures.six(r.probabilityHigh()))
                .put("effortDays", Figures.six(r.effort()))
                .put("skill", r.skill().id())
                .put("detectability", r.detectability().id());
    }

    private static JsonObject cut(Cut cut) {
        return Json.object()
                .put("leaves", Json.texts(cut.leaves().stream().map(Leaf::id).toList()))
                .put("probability", Figures.six(cut.probability()))
                .put("effortDays", Figures.six(cut.effort()))
                .put("skill", cut.skill().id())
                .put("detectability", cut.detectability().id());
    }
}
