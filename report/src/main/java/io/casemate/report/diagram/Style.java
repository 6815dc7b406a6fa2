package io.casemate.report.diagram;

import io.casemate.core.model.ElementKind.Shape;
import java.util.List;

/** Sizes and letterings that the layout measures with and the ink writes with; they must be the same. */
final class Style {
    static final Lettering NAME = new Lettering(13, true);
    static final Lettering NOTE = new Lettering(10.5, false);
    static final Lettering LABEL = new Lettering(10.5, false);
    static final Lettering ZONE = new Lettering(12, true);

    static final double NODE_WIDTH_MIN = 104;
    static final double NAME_WIDTH_MAX = 148;
    static final double LABEL_WIDTH_MAX = 118;
    static final double NODE_PADDING = 13;
    static final double ZONE_PADDING = 18;
    static final double ZONE_HEAD = 34;
    /** Height of the ellipse on top of a store. */
    static final double STORE_CAP = 6;

    private Style() {}

    static List<String> nameLines(Scene.Node node) {
        return NAME.wrap(node.name(), NAME_WIDTH_MAX, 3);
    }

    static List<String> noteLines(Scene.Node node) {
        return NOTE.wrap(node.note(), NAME_WIDTH_MAX, 1);
    }

    static List<String> labelLines(Scene.Link link) {
        return LABEL.wrap(link.name(), LABEL_WIDTH_MAX, 3);
    }

    static double nodeWidth(Scene.Node node) {
        double text = Math.max(NAME.width(nameLines(node)), NOTE.width(noteLines(node)));
        return Math.ceil(Math.max(NODE_WIDTH_MIN, text + 2 * NODE_PADDING));
    }

    static double nodeHeight(Scene.Node node) {
        double cap = node.shape() == Shape.STORE ? 2 * STORE_CAP : 0;
        return nameLines(node).size() * NAME.lineHeight() + NOTE.lineHeight() + 20 + cap;
    }

    static double zoneHeadWidth(Scene.Group group) {
        return Math.ceil(ZONE.width(group.name()) + 10 + NOTE.width(group.note()) + 2 * ZONE_PADDING);
    }
}
