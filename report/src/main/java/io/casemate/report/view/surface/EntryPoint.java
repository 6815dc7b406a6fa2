package io.casemate.report.view.surface;

import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Level;
import io.casemate.core.risk.Risk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An element that somebody of lower trust reaches.
 *
 * @param trust of the zone it lies in, 0 to 3
 * @param doors the flows that come from lower trust
 * @param internet whether the model states that the internet reaches it
 * @param adversaries ids of the stated adversaries who stand where a door begins
 * @param artifacts files that come in by a door, at the element itself, and at those its flows lead to, in this order
 * @param risks shown scenarios that come through one of the doors, or begin here; the worst first
 */
public record EntryPoint(
        Element element,
        int trust,
        List<Door> doors,
        boolean internet,
        List<String> adversaries,
        List<SurfaceArtifact> artifacts,
        List<Risk> risks) {
    /** One way in. */
    record Door(Flow flow, Element from, int trust) {}

    public EntryPoint {
        doors = List.copyOf(doors);
        adversaries = List.copyOf(adversaries);
        artifacts = List.copyOf(artifacts);
        risks = List.copyOf(risks);
    }

    /** The highest of its artifacts; none where it reaches no file and no model. */
    public Optional<Level> exposure() {
        return artifacts.stream().map(SurfaceArtifact::exposure).max(Comparator.naturalOrder());
    }

    int worst() {
        return risks.stream().mapToInt(r -> r.current().score()).max().orElse(0);
    }
}
