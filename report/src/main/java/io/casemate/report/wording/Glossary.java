package io.casemate.report.wording;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Reference;
import io.casemate.core.threat.Threat;
import java.util.Map;

/** Names for ids. An id that nobody knows stands for itself: a report never fails over a name. */
public record Glossary(Knowledge knowledge, Topology topology, Map<String, Framework> frameworks) {
    /** Reads the published lists, once. */
    public static Glossary of(Knowledge knowledge, Topology topology) {
        return new Glossary(knowledge, topology, knowledge.frameworks());
    }

    public String mitigation(String id) {
        Mitigation mitigation = knowledge.mitigations().get(id);
        return mitigation == null ? Words.title(id) : mitigation.title();
    }

    public String threat(String id) {
        Threat threat = knowledge.threats().get(id);
        return threat == null ? Words.title(id) : threat.title();
    }

    /** Name of an element, flow, zone, asset or adversary. */
    public String name(String id) {
        var element = topology.elements().get(id);
        if (element != null) {
            return or(element.name(), id);
        }
        var flow = topology.flows().get(id);
        if (flow != null) {
            return flowName(or(flow.name(), id), id);
        }
        var zone = topology.zones().get(id);
        if (zone != null) {
            return or(zone.name(), id);
        }
        var asset = topology.assets().get(id);
        if (asset != null) {
            return or(asset.name(), id);
        }
        return topology.model().adversaries().stream()
                .filter(a -> a.id().equals(id))
                .map(a -> or(a.name(), id))
                .findFirst()
                .orElse(Words.plain(id));
    }

    /** Name of a scenario's target; a flow with its two ends, because flows are seldom named alone. */
    public String target(String id) {
        Flow flow = topology.flows().get(id);
        if (flow == null) {
            return name(id);
        }
        String ends = "%s to %s".formatted(name(flow.from()), name(flow.to()));
        return flow.name().isBlank() || flow.name().equals(id) ? ends : "%s, %s".formatted(flow.name(), ends);
    }

    /** Threat and target as people name them. */
    public String scenario(String threat, String target) {
        return "%s · %s".formatted(threat(threat), target(target));
    }

    /** The published id with its name and a link into the site that publishes it. */
    public Citation cite(Reference reference) {
        String id = reference.id();
        Framework framework = frameworks.get(reference.framework());
        String prefix = framework == null ? reference.framework() : framework.prefix();
        String name = framework == null ? "" : framework.name(id).orElse("");
        return switch (prefix) {
            case "ATLAS" -> new Citation("ATLAS " + id, name, "https://atlas.mitre.org/" + atlasPath(id));
            case "CWE" -> new Citation(id, name, "https://cwe.mitre.org/data/definitions/" + digits(id) + ".html");
            case "OWASP-ML" ->
                new Citation("OWASP-ML " + id, name, "https://owasp.org/www-project-machine-learning-security-top-10/");
            case "OWASP-LLM" -> new Citation("OWASP-LLM " + id, name, "https://genai.owasp.org/llm-top-10/");
            default -> new Citation("%s %s".formatted(prefix, id), name, "");
        };
    }

    private static String atlasPath(String id) {
        String safe = id.replaceAll("[^A-Za-z0-9.]", "");
        if (safe.startsWith("AML.M")) {
            return "mitigations/" + safe;
        }
        return safe.startsWith("AML.TA") ? "tactics/" + safe : "techniques/" + safe;
    }

    private static String digits(String id) {
        return id.replaceAll("[^0-9]", "");
    }

    private static String flowName(String name, String id) {
        return name.equals(id) ? id.replace("-to-", " to ").replace('-', ' ') : name;
    }

    private static String or(String name, String id) {
        return name.isBlank() ? id : name;
    }
}
