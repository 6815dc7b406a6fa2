package io.casemate.report.diagram;

import io.casemate.core.model.ElementKind.Shape;
import io.casemate.core.risk.Band;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a tree, or a graph without cycles, from the top down. */
public final class TreeDiagram {
    private TreeDiagram() {}

    /** How a part looks. */
    public enum Look {
        GOAL,
        GATE,
        LEAF,
        REST
    }

    /**
     * One part.
     *
     * @param note small words below the title
     * @param mark the band whose colour it has; low for none
     */
    public record Part(Look look, String title, String note, Band mark) {}

    /**
     * The drawing of a tree.
     *
     * @param id unique within a page
     * @param links places in {@code parts} from the whole to its part
     */
    public static Drawing of(String id, String title, List<Part> parts, List<int[]> links) {
        List<Scene.Node> nodes = new ArrayList<>();
        Map<String, Band> marks = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String name = "n" + i;
            nodes.add(new Scene.Node(
                    name, name, "", shape(part.look()), part.title(), part.note(), part.look() == Look.REST));
            if (part.mark() != Band.LOW) {
                marks.put(name, part.mark());
            }
        }
        List<Scene.Link> arrows = links.stream()
                .map(l -> new Scene.Link("l" + l[0] + "-" + l[1], "n" + l[0], "n" + l[1], "", List.of()))
                .toList();
        var scene = new Scene(id, title, List.of(), nodes, arrows);
        String description =
                "%d nodes and %d links from the goal at the top down.".formatted(nodes.size(), arrows.size());
        return SvgInk.draw(scene, LayeredLayout.of(scene), marks, description);
    }

    private static Shape shape(Look look) {
        return switch (look) {
            case GOAL, LEAF -> Shape.ENTITY;
            case GATE, REST -> Shape.PROCESS;
        };
    }
}
