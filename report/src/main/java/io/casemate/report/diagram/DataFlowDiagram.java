package io.casemate.report.diagram;

import io.casemate.core.model.Topology;
import io.casemate.core.risk.Band;
import java.util.List;
import java.util.Map;

/** Draws a system: one picture where it is small, an overview and one picture a zone where it is large. */
public final class DataFlowDiagram {
    /** Elements up to which one picture shows everything. */
    public static final int WHOLE_MAX = 150;

    private DataFlowDiagram() {}

    /**
     * The pictures of a system, the overview first. The same input gives the same text.
     *
     * @param marks band by the id of an element or flow that lies on the path of a risk worth showing
     */
    public static List<Drawing> draw(Topology topology, Map<String, Band> marks) {
        if (topology.model().elements().size() <= WHOLE_MAX) {
            Scene whole = Scenes.whole(topology);
            return List.of(SvgInk.draw(whole, LayeredLayout.of(whole), marks));
        }
        return new ZoneScenes(topology)
                .all().stream()
                        .map(s -> SvgInk.draw(s, LayeredLayout.quick(s), marks))
                        .toList();
    }
}
