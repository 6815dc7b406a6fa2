package io.casemate.report.diagram;

import io.casemate.core.model.ElementKind.Shape;
import java.util.List;

/**
 * What one drawing shows, without places.
 *
 * @param title what the drawing is, for people who hear it read
 * @param groups trust boundaries, an outer one before those inside it
 */
record Scene(String id, String title, List<Group> groups, List<Node> nodes, List<Link> links) {
    Scene {
        groups = List.copyOf(groups);
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /**
     * A trust boundary.
     *
     * @param parent id of the group around it, empty at the top
     * @param note its trust, in words
     */
    record Group(String id, String parent, String name, String note) {}

    /**
     * A box.
     *
     * @param dataId ids of the parts of the model that it stands for, joined by blanks
     * @param group id of the group around it, empty at the top
     * @param note the kind, in words
     * @param stub whether it stands for something that another drawing shows
     */
    record Node(String id, String dataId, String group, Shape shape, String name, String note, boolean stub) {}

    /**
     * An arrow.
     *
     * @param dataId ids of the flows that it stands for, joined by blanks
     * @param crossed ids of the groups whose boundary it crosses
     */
    record Link(String dataId, String from, String to, String name, List<String> crossed) {
        Link {
            crossed = List.copyOf(crossed);
        }
    }
}
