package io.casemate.report.diagram;

import io.casemate.report.diagram.Plan.Point;
import io.casemate.report.diagram.Plan.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places a scene in layers from left to right with right-angled arrows: the layered method of the Eclipse Layout Kernel, fixed
 * seed. About 100 ms for 20 nodes and 1 s for 200; it grows faster than linearly, so that callers bound the scene.
 */
final class LayeredLayout {
    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private static final double PAGE_WIDTH = 1120;
    private static final double PAGE_HEIGHT = 1300;
    private static final int TRIED_MAX = 60;

    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> groups = new LinkedHashMap<>();
    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final List<ElkEdge> edges = new ArrayList<>();

    private LayeredLayout() {}

    /**
     * How to lay out.
     *
     * @param direction which way the layers go
     * @param cycles which flows are taken to point back
     * @param thoroughness how often crossings are minimised anew
     */
    private record Manner(Direction direction, CycleBreakingStrategy cycles, int thoroughness) {}

    private static final Manner DOWN = new Manner(Direction.DOWN, CycleBreakingStrategy.GREEDY, 7);
    private static final Manner QUICK = new Manner(Direction.DOWN, CycleBreakingStrategy.GREEDY, 2);
    private static final List<Manner> TRIED = List.of(
            DOWN,
            new Manner(Direction.DOWN, CycleBreakingStrategy.INTERACTIVE, 7),
            new Manner(Direction.RIGHT, CycleBreakingStrategy.GREEDY, 7));

    /** The plan that can be shown largest on a page; a scene of more than {@link #TRIED_MAX} nodes is laid out once. */
    static Plan of(Scene scene) {
        List<Manner> manners = scene.nodes().size() > TRIED_MAX ? List.of(DOWN) : TRIED;
        return manners.stream()
                .map(m -> of(scene, m))
                .max(Comparator.comparingDouble(LayeredLayout::scale))
                .orElseThrow();
    }

    /** A plan in a tenth of the time, for one of many scenes. */
    static Plan quick(Scene scene) {
        return of(scene, QUICK);
    }

    private static double scale(Plan plan) {
        return Math.min(PAGE_WIDTH / plan.width(), PAGE_HEIGHT / plan.height());
    }

    private static Plan of(Scene scene, Manner manner) {
        var layout = new LayeredLayout();
        layout.options(manner);
        scene.groups().forEach(layout::add);
        scene.nodes().forEach(layout::add);
        scene.links().forEach(layout::add);
        new RecursiveGraphLayoutEngine().layout(layout.root, new BasicProgressMonitor());
        return layout.plan();
    }

    private void options(Manner manner) {
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        root.setProperty(CoreOptions.DIRECTION, manner.direction());
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(16));
        root.setProperty(LayeredOptions.THOROUGHNESS, manner.thoroughness());
        root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, manner.cycles());
        spacing(root);
    }

    /** Spacing is read from the parent of what is spaced, so every group carries it. */
    private static void spacing(ElkNode node) {
        node.setProperty(LayeredOptions.SPACING_NODE_NODE, 22.0);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 20.0);
        node.setProperty(LayeredOptions.SPACING_EDGE_NODE, 16.0);
        node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
        node.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
        node.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 10.0);
        node.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 3.0);
    }

    private void add(Scene.Group group) {
        ElkNode node = ElkGraphUtil.createNode(groups.getOrDefault(group.parent(), root));
        node.setProperty(
                LayeredOptions.CYCLE_BREAKING_STRATEGY, root.getProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY));
        node.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        double pad = Style.ZONE_PADDING;
        node.setProperty(CoreOptions.PADDING, new ElkPadding(Style.ZONE_HEAD + 6, pad, pad, pad));
        node.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
        node.setProperty(CoreOptions.NODE_SIZE_MINIMUM, sizeMin(group));
        spacing(node);
        groups.put(group.id(), node);
    }

    /** Room for the name. The engine turns a downward graph on its side and forgets to turn this. */
    private KVector sizeMin(Scene.Group group) {
        double width = Style.zoneHeadWidth(group);
        double height = Style.ZONE_HEAD + 24;
        boolean down = root.getProperty(CoreOptions.DIRECTION) == Direction.DOWN;
        return down ? new KVector(height, width) : new KVector(width, height);
    }

    private void add(Scene.Node node) {
        ElkNode box = ElkGraphUtil.createNode(groups.getOrDefault(node.group(), root));
        box.setDimensions(Style.nodeWidth(node), Style.nodeHeight(node));
        nodes.put(node.id(), box);
    }

    private void add(Scene.Link link) {
        ElkEdge edge = ElkGraphUtil.createSimpleEdge(node(link.from()), node(link.to()));
        List<String> lines = Style.labelLines(link);
        if (!lines.isEmpty()) {
            ElkLabel label = ElkGraphUtil.createLabel(link.name(), edge);
            label.setDimensions(Math.ceil(Style.LABEL.width(lines)) + 8, lines.size() * Style.LABEL.lineHeight() + 4);
            label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            label.setProperty(CoreOptions.EDGE_LABELS_INLINE, true);
        }
        edges.add(edge);
    }

    private ElkNode node(String id) {
        ElkNode node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("the scene has a link to '%s' and no such node".formatted(id));
        }
        return node;
    }

    private Plan plan() {
        Map<String, Box> groupBoxes = new LinkedHashMap<>();
        groups.forEach((id, node) -> groupBoxes.put(id, box(node)));
        Map<String, Box> nodeBoxes = new LinkedHashMap<>();
        nodes.forEach((id, node) -> nodeBoxes.put(id, box(node)));
        return new Plan(
                root.getWidth(),
                root.getHeight(),
                groupBoxes,
                nodeBoxes,
                edges.stream().map(LayeredLayout::route).toList());
    }

    private static Box box(ElkNode node) {
        Point origin = origin(node.getParent());
        return new Box(origin.x() + node.getX(), origin.y() + node.getY(), node.getWidth(), node.getHeight());
    }

    private static Route route(ElkEdge edge) {
        Point origin = origin(edge.getContainingNode());
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(new Point(origin.x() + section.getStartX(), origin.y() + section.getStartY()));
            section.getBendPoints().forEach(b -> points.add(new Point(origin.x() + b.getX(), origin.y() + b.getY())));
            points.add(new Point(origin.x() + section.getEndX(), origin.y() + section.getEndY()));
        }
        Box label = new Box(points.getFirst().x(), points.getFirst().y(), 0, 0);
        for (ElkLabel l : edge.getLabels()) {
            label = new Box(origin.x() + l.getX(), origin.y() + l.getY(), l.getWidth(), l.getHeight());
        }
        return new Route(points, label);
    }

    /** Coordinates are relative to the parent; this is where the parent's own begin. */
    private static Point origin(ElkNode parent) {
        double x = 0;
        double y = 0;
        for (ElkNode at = parent; at.getParent() != null; at = at.getParent()) {
            x += at.getX();
            y += at.getY();
        }
        return new Point(x, y);
    }
}
