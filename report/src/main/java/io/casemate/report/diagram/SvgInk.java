package io.casemate.report.diagram;

import io.casemate.core.model.ElementKind.Shape;
import io.casemate.core.risk.Band;
import io.casemate.report.diagram.Plan.Point;
import io.casemate.report.diagram.Plan.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a placed scene as SVG. Every part is a group with {@code data-id}, so that a page can light up a path; in a
 * drawing of the whole system it has the DOM id {@code d-<id>} too, so that another picture can use it again.
 */
final class SvgInk {
    private static final double BEND = 6;

    private final Scene scene;
    private final Plan plan;
    private final Map<String, Band> marks;
    private final Map<String, Box> bounds = new LinkedHashMap<>();
    private final SvgText svg = new SvgText();

    private SvgInk(Scene scene, Plan plan, Map<String, Band> marks) {
        this.scene = scene;
        this.plan = plan;
        this.marks = marks;
    }

    static Drawing draw(Scene scene, Plan plan, Map<String, Band> marks) {
        return draw(scene, plan, marks, flows(scene));
    }

    /** @param description what is drawn, for people who hear it read */
    static Drawing draw(Scene scene, Plan plan, Map<String, Band> marks, String description) {
        return new SvgInk(scene, plan, marks).drawing(description);
    }

    private Drawing drawing(String description) {
        svg.open("svg")
                .attribute("class", "dfd")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute(
                        "viewBox", "0 0 %s %s".formatted(SvgText.number(plan.width()), SvgText.number(plan.height())))
                .attribute("width", plan.width())
                .attribute("height", plan.height())
                .attribute("role", "img")
                .attribute("aria-labelledby", "%s-title %s-desc".formatted(scene.id(), scene.id()))
                .in();
        svg.open("title")
                .attribute("id", scene.id() + "-title")
                .text(scene.title())
                .close("title");
        svg.open("desc").attribute("id", scene.id() + "-desc").text(description).close("desc");
        svg.open("g").attribute("id", scene.id() + "-body").in();
        scene.groups().forEach(g -> group(g, box(plan.groups(), g.id())));
        for (int i = 0; i < scene.links().size(); i++) {
            link(scene.links().get(i), plan.routes().get(i));
        }
        scene.groups().forEach(g -> head(g, box(plan.groups(), g.id())));
        scene.nodes().forEach(n -> node(n, box(plan.nodes(), n.id())));
        svg.close("g").close("svg");
        return new Drawing(scene.id(), scene.title(), svg.toString(), plan.width(), plan.height(), bounds);
    }

    private static String flows(Scene scene) {
        return "%d elements, %d flows and %d trust boundaries. Dashed lines are trust boundaries; a dot marks where a flow crosses one."
                .formatted(
                        scene.nodes().size(),
                        scene.links().size(),
                        scene.groups().size());
    }

    private static Box box(Map<String, Box> boxes, String id) {
        return boxes.getOrDefault(id, new Box(0, 0, 0, 0));
    }

    private void group(Scene.Group group, Box box) {
        svg.open("g")
                .attribute("class", "zone")
                .attribute("data-id", group.id())
                .in();
        svg.rect(box, 10);
        svg.close("g");
    }

    /** Names of zones lie over the flows, or a flow through the name would hide it. */
    private void head(Scene.Group group, Box box) {
        svg.open("g").attribute("class", "zone-head").in();
        double y = box.y() + 21;
        svg.label("zone-name", box.x() + Style.ZONE_PADDING, y, group.name());
        double after = box.x() + Style.ZONE_PADDING + Style.ZONE.width(group.name()) + 10;
        svg.label("note", after, y, group.note());
        svg.close("g");
    }

    private void node(Scene.Node node, Box box) {
        bounds.put(node.dataId(), box);
        open("node " + node.shape().name().toLowerCase(Locale.ROOT) + (node.stub() ? " stub" : ""), node.dataId());
        svg.open("title").text("%s (%s)".formatted(node.name(), node.note())).close("title");
        switch (node.shape()) {
            case ENTITY -> svg.rect(box, 1.5);
            case PROCESS -> svg.rect(box, 16);
            case STORE -> store(box);
        }
        double middle = box.x() + box.width() / 2;
        double cap = node.shape() == Shape.STORE ? 2 * Style.STORE_CAP - 2 : 0;
        double y = box.y() + cap + 10 + Style.NAME.size() - 1;
        for (String line : Style.nameLines(node)) {
            svg.label("name", middle, y, line);
            y += Style.NAME.lineHeight();
        }
        for (String line : Style.noteLines(node)) {
            svg.label("note", middle, y - 1, line);
        }
        svg.close("g");
    }

    private void store(Box box) {
        double cap = Style.STORE_CAP;
        String arc = "a%s %s 0 0 %%d %%s 0".formatted(SvgText.number(box.width() / 2), SvgText.number(cap));
        String over = arc.formatted(1, SvgText.number(box.width()));
        String under = arc.formatted(1, SvgText.number(-box.width()));
        String back = arc.formatted(0, SvgText.number(box.width()));
        String down = SvgText.number(box.height() - 2 * cap);
        String start = "M%s %s".formatted(SvgText.number(box.x()), SvgText.number(box.y() + cap));
        svg.path("shape", start + over + "v" + down + under + "z");
        svg.path("rim", start + back);
    }

    private void link(Scene.Link link, Route route) {
        for (String id : link.dataId().split(" ", -1)) {
            bounds.merge(id, route.bounds(), Box::around);
        }
        open("flow", link.dataId());
        svg.open("title").text(tooltip(link)).close("title");
        svg.path("line", line(route.points()));
        svg.path("head", head(route.points()));
        for (String crossed : link.crossed()) {
            for (Point p : route.meets(box(plan.groups(), crossed))) {
                svg.circle("crossing", p.x(), p.y(), 3.5);
            }
        }
        label(Style.labelLines(link), route.label());
        svg.close("g");
    }

    private String tooltip(Scene.Link link) {
        String crossing = link.crossed().isEmpty() ? "" : ", crosses " + String.join(", ", link.crossed());
        return "%s: %s to %s%s"
                .formatted(link.name().isEmpty() ? "flow" : link.name(), link.from(), link.to(), crossing);
    }

    private void label(List<String> lines, Box box) {
        if (lines.isEmpty()) {
            return;
        }
        svg.rect("label-ground", box, 4);
        double y = box.y() + 2 + Style.LABEL.size() - 0.5;
        for (String line : lines) {
            svg.label("label", box.x() + box.width() / 2, y, line);
            y += Style.LABEL.lineHeight();
        }
    }

    private void open(String kind, String dataId) {
        Band mark = marks.get(dataId);
        svg.open("g").attribute("class", mark == null ? kind : kind + " on-" + mark.id());
        if (scene.id().equals(Scenes.WHOLE)) {
            svg.attribute("id", "d-" + dataId);
        }
        svg.attribute("data-id", dataId).in();
    }

    /** The route with its corners rounded, ending where the arrow head begins. */
    private static String line(List<Point> points) {
        StringBuilder d = new StringBuilder("M").append(at(points.getFirst()));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            d.append('L').append(at(towards(corner, points.get(i - 1))));
            d.append('Q').append(at(corner)).append(' ').append(at(towards(corner, points.get(i + 1))));
        }
        return d.append('L').append(at(points.getLast())).toString();
    }

    private static Point towards(Point from, Point to) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double step = length == 0 ? 0 : Math.min(BEND, length / 2) / length;
        return new Point(from.x() + (to.x() - from.x()) * step, from.y() + (to.y() - from.y()) * step);
    }

    private static String head(List<Point> points) {
        Point tip = points.getLast();
        Point before = points.get(points.size() - 2);
        double length = Math.max(1e-9, Math.hypot(tip.x() - before.x(), tip.y() - before.y()));
        double dx = (tip.x() - before.x()) / length;
        double dy = (tip.y() - before.y()) / length;
        Point left = new Point(tip.x() - 9 * dx - 4 * dy, tip.y() - 9 * dy + 4 * dx);
        Point right = new Point(tip.x() - 9 * dx + 4 * dy, tip.y() - 9 * dy - 4 * dx);
        return "M%sL%sL%sz".formatted(at(tip), at(left), at(right));
    }

    private static String at(Point p) {
        return SvgText.number(p.x()) + " " + SvgText.number(p.y());
    }
}
