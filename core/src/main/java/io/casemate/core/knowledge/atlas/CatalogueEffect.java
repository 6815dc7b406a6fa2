package io.casemate.core.knowledge.atlas;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Treatment;
import io.casemate.core.threat.Reference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What in the catalogue names changed ids.
 *
 * @param threats the changed ids that each names, by the threat's id
 * @param mitigations likewise
 */
public record CatalogueEffect(Map<String, List<String>> threats, Map<String, List<String>> mitigations) {
    /**
     * The effect of these changes.
     *
     * @param changed ids of the list named so
     */
    public static CatalogueEffect of(Knowledge knowledge, String framework, Set<String> changed) {
        Map<String, List<String>> threats = new TreeMap<>();
        Map<String, List<String>> mitigations = new TreeMap<>();
        knowledge.threats().values().forEach(t -> add(threats, t.id(), t.references(), framework, changed));
        knowledge.mitigations().values().forEach(m -> add(mitigations, m.id(), m.references(), framework, changed));
        return new CatalogueEffect(threats, mitigations);
    }

    /** The treatments of a model that decide on such a threat, or rely on such a mitigation. */
    public List<Treatment> treatments(SystemModel model) {
        return model.treatments().stream()
                .filter(t -> threats.containsKey(t.scenario().split("@", 2)[0])
                        || t.mitigations().stream().anyMatch(mitigations::containsKey))
                .toList();
    }

    private static void add(
            Map<String, List<String>> into,
            String id,
            List<Reference> references,
            String framework,
            Set<String> changed) {
        List<String> named = references.stream()
                .filter(r -> r.framework().equals(framework) && changed.contains(r.id()))
                .map(Reference::id)
                .toList();
        if (!named.isEmpty()) {
            into.put(id, named);
        }
    }
}
