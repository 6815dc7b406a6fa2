package io.casemate.report.sarif;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.model.Named;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Risk;
import io.casemate.core.threat.Factor;
import io.casemate.core.threat.Threat;
import io.casemate.report.wording.Glossary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Threats as rules. A rule's default level is that of its worst scenario. */
final class Rules {
    /** Severity of 0 to 10 by band, read by code hosts. */
    private static final Map<Band, String> SEVERITY =
            new EnumMap<>(Map.of(Band.HIGH, "8.5", Band.MEDIUM, "5.5", Band.LOW, "2.5"));

    private final Glossary glossary;
    private final Taxonomies taxonomies;
    private final Map<String, Band> worst = new LinkedHashMap<>();

    Rules(List<Risk> shown, Glossary glossary, Taxonomies taxonomies) {
        this.glossary = glossary;
        this.taxonomies = taxonomies;
        shown.forEach(r -> worst.merge(r.threat().id(), Results.band(r), (a, b) -> a.compareTo(b) > 0 ? a : b));
    }

    JsonObject rule(Threat threat) {
        Band band = worst.getOrDefault(threat.id(), Band.LOW);
        List<String> tags = new ArrayList<>(
                List.of("security", "threat-model", threat.stage().id()));
        threat.stride().stream().sorted().map(Named::id).forEach(tags::add);
        return Json.object()
                .put("id", threat.id())
                .put("name", name(threat.id()))
                .put("shortDescription", SarifLog.text(threat.title()))
                .put("fullDescription", SarifLog.text(threat.description()))
                .put("help", SarifLog.text(help(threat)))
                .put("defaultConfiguration", Json.object().put("level", Results.level(band)))
                .put("relationships", taxonomies.relationships(threat))
                .put(
                        "properties",
                        Json.object()
                                .put("tags", Json.texts(tags))
                                .put("security-severity", SEVERITY.getOrDefault(band, "0.0")));
    }

    private String help(Threat threat) {
        String mitigations = threat.mitigations().stream()
                .map(Factor::mitigation)
                .distinct()
                .map(id -> "- " + glossary.mitigation(id))
                .collect(Collectors.joining("\n"));
        String ignore = threat.falsePositives().isEmpty() ? "" : "\n\nIgnore it when: " + threat.falsePositives();
        return "%s\n\nWhat lowers it, the most useful first:\n%s%s"
                .formatted(threat.description(), mitigations, ignore);
    }

    /** SARIF wants rule names in Pascal case. */
    private static String name(String id) {
        StringBuilder name = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c == '-') {
                start = true;
            } else {
                name.append(start ? Character.toUpperCase(c) : c);
                start = false;
            }
        }
        return name.toString();
    }
}
