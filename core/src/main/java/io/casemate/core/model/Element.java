package io.casemate.core.model;

import java.util.List;
import java.util.Map;

/**
 * A node of the data-flow diagram.
 *
 * @param holds ids of the assets that lie in it
 * @param facts what is known about it: true for yes, false for no, absent for unknown
 */
public record Element(
        String id,
        String name,
        String description,
        ElementKind kind,
        String zone,
        List<String> holds,
        Map<String, Boolean> facts,
        List<Artifact> artifacts,
        List<String> formerly)
        implements Part {
    public Element {
        holds = List.copyOf(holds);
        facts = Map.copyOf(facts);
        artifacts = List.copyOf(artifacts);
        formerly = List.copyOf(formerly);
    }

    @Override
    public List<String> assets() {
        return holds;
    }
}
