package io.casemate.report.diagram;

import java.util.List;

/**
 * The part of a drawing around one path, the path lit. It uses the drawing's own parts again by their DOM ids, so that it
 * costs a few hundred bytes and stands only in a page that holds the drawing.
 */
public final class PathPicture {
    private static final double MARGIN = 70;
    private static final double WIDTH_MIN = 620;
    private static final double HEIGHT_MIN = 240;
    /** Width by height of the place it is shown at. */
    private static final double SHAPE = 1.75;

    private PathPicture() {}

    /** A whole {@code <svg>} element; empty where the drawing shows no part of the path. */
    public static String of(Drawing drawing, List<String> path) {
        List<String> drawn =
                path.stream().filter(drawing.bounds()::containsKey).distinct().toList();
        if (drawn.isEmpty()) {
            return "";
        }
        Box view = drawn.stream()
                .map(id -> drawing.bounds().getOrDefault(id, new Box(0, 0, 0, 0)))
                .reduce(Box::around)
                .map(b -> framed(b.grown(MARGIN), new Box(0, 0, drawing.width(), drawing.height())))
                .orElse(new Box(0, 0, drawing.width(), drawing.height()));
        var svg = new SvgText();
        svg.open("svg").attribute("class", "dfd path").attribute("role", "img");
        svg.attribute("aria-label", "The path in the data-flow diagram").attribute("viewBox", viewBox(view));
        svg.attribute("width", view.width()).attribute("height", view.height()).in();
        use(svg, "dim", drawing.id() + "-body");
        drawn.forEach(id -> use(svg, "lit", "d-" + id));
        return svg.close("svg").toString();
    }

    private static void use(SvgText svg, String kind, String id) {
        svg.open("use")
                .attribute("class", kind)
                .attribute("href", "#" + id)
                .in()
                .close("use");
    }

    /** At least so large, so that a short path is not blown up, and inside the drawing where it can be. */
    private static Box framed(Box box, Box drawing) {
        double height = Math.min(Math.max(box.height(), HEIGHT_MIN), drawing.height());
        double wide = Math.max(WIDTH_MIN, height * SHAPE);
        double width = Math.min(Math.max(box.width(), wide), drawing.width());
        double x = box.x() + (box.width() - width) / 2;
        double y = box.y() + (box.height() - height) / 2;
        double left = Math.max(0, Math.min(x, drawing.width() - width));
        double top = Math.max(0, Math.min(y, drawing.height() - height));
        return new Box(left, top, width, height);
    }

    private static String viewBox(Box box) {
        return "%s %s %s %s"
                .formatted(
                        SvgText.number(box.x()),
                        SvgText.number(box.y()),
                        SvgText.number(box.width()),
                        SvgText.number(box.height()));
    }
}
