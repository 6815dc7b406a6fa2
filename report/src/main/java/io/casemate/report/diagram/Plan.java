package io.casemate.report.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where everything of a scene lies.
 *
 * @param groups boxes by group id
 * @param nodes boxes by node id
 * @param routes in the order of the scene's links
 */
record Plan(double width, double height, Map<String, Box> groups, Map<String, Box> nodes, List<Route> routes) {
    /** A point of a route. */
    record Point(double x, double y) {}

    /**
     * The way of one arrow.
     *
     * @param points at least two, each joined to the next by a straight line
     * @param label where its name lies; empty size where it has none
     */
    record Route(List<Point> points, Box label) {
        Route {
            points = List.copyOf(points);
        }

        /** The points where the route passes the edge of the box; a passage through a corner counts once or twice. */
        List<Point> meets(Box box) {
            List<Point> met = new ArrayList<>();
            for (int i = 1; i < points.size(); i++) {
                meet(points.get(i - 1), points.get(i), box, met);
            }
            return met;
        }

        Box bounds() {
            Box all = new Box(points.getFirst().x(), points.getFirst().y(), 0, 0);
            for (Point p : points) {
                all = all.around(new Box(p.x(), p.y(), 0, 0));
            }
            return label.width() > 0 ? all.around(label) : all;
        }

        private static void meet(Point a, Point b, Box box, List<Point> met) {
            for (double x : new double[] {box.x(), box.x() + box.width()}) {
                if ((a.x() - x) * (b.x() - x) < 0) {
                    double y = a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x());
                    if (y >= box.y() && y <= box.y() + box.height()) {
                        met.add(new Point(x, y));
                    }
                }
            }
            for (double y : new double[] {box.y(), box.y() + box.height()}) {
                if ((a.y() - y) * (b.y() - y) < 0) {
                    double x = a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y());
                    if (x >= box.x() && x <= box.x() + box.width()) {
                        met.add(new Point(x, y));
                    }
                }
            }
        }
    }
}
