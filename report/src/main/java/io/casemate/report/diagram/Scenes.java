package io.casemate.report.diagram;

import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Topology;
import io.casemate.core.model.Zone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes scenes of a system small enough to be drawn at once. */
final class Scenes {
    /** Id of the drawing that shows everything. */
    static final String WHOLE = "dfd";

    private static final List<String> TRUST = List.of("anybody", "known people", "staff", "few and vetted");

    private Scenes() {}

    static Scene whole(Topology topology) {
        List<Scene.Group> groups = new ArrayList<>();
        Set<String> done = new HashSet<>();
        topology.model().zones().forEach(z -> addWithParents(z, topology, done, groups));
        return new Scene(
                WHOLE,
                "Data-flow diagram of " + topology.model().scope().name(),
                groups,
                topology.model().elements().stream().map(Scenes::node).toList(),
                topology.model().flows().stream().map(f -> link(f, topology)).toList());
    }

    static Scene.Group group(Zone zone) {
        String name = zone.name().isBlank() ? zone.id() : zone.name();
        return new Scene.Group(
                zone.id(), zone.parent(), name, "trust %d, %s".formatted(zone.trust(), TRUST.get(zone.trust())));
    }

    static Scene.Node node(Element element) {
        String kind = element.kind().id().replace('-', ' ');
        return new Scene.Node(
                element.id(), element.id(), element.zone(), element.kind().shape(), name(element), kind, false);
    }

    static Scene.Link link(Flow flow, Topology topology) {
        return new Scene.Link(flow.id(), flow.from(), flow.to(), name(flow), topology.crossed(flow));
    }

    private static String name(Element element) {
        return element.name().isBlank() ? element.id() : element.name();
    }

    /** A name that only repeats the two ends says nothing and takes room. */
    private static String name(Flow flow) {
        return flow.name().equals(flow.id()) ? "" : flow.name();
    }

    private static void addWithParents(Zone zone, Topology topology, Set<String> done, List<Scene.Group> groups) {
        if (!done.add(zone.id())) {
            return;
        }
        Zone parent = topology.zones().get(zone.parent());
        if (parent != null) {
            addWithParents(parent, topology, done, groups);
        }
        groups.add(group(zone));
    }
}
