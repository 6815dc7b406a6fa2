package io.casemate.report.sarif;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.threat.Reference;
import io.casemate.core.threat.Threat;
import io.casemate.report.wording.Citation;
import io.casemate.report.wording.Glossary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The published lists that the rules refer to, with the entries they refer to. */
final class Taxonomies {
    private final Glossary glossary;
    private final Map<String, Map<String, Reference>> used = new TreeMap<>();

    Taxonomies(List<Threat> threats, Glossary glossary) {
        this.glossary = glossary;
        for (Threat threat : threats) {
            for (Reference reference : threat.references()) {
                used.computeIfAbsent(reference.framework(), f -> new TreeMap<>())
                        .put(reference.id(), reference);
            }
        }
    }

    JsonArray components() {
        return Json.array(used.keySet(), this::component);
    }

    private JsonObject component(String id) {
        JsonObject component = Json.object().put("name", id);
        Framework framework = glossary.frameworks().get(id);
        if (framework != null) {
            component = component
                    .put("fullName", framework.title())
                    .put("version", framework.version())
                    .put("informationUri", framework.source());
        }
        return component
                .put("isComprehensive", false)
                .put("taxa", Json.array(used.getOrDefault(id, Map.of()).values(), this::taxon));
    }

    JsonArray references() {
        return Json.array(
                used.keySet(),
                name -> Json.object()
                        .put("name", name)
                        .put("index", List.copyOf(used.keySet()).indexOf(name)));
    }

    JsonArray relationships(Threat threat) {
        return Json.array(
                threat.references(),
                reference -> Json.object()
                        .put(
                                "target",
                                Json.object()
                                        .put("id", reference.id())
                                        .put("toolComponent", Json.object().put("name", reference.framework())))
                        .put("kinds", Json.texts(List.of("relevant"))));
    }

    private JsonObject taxon(Reference reference) {
        Citation citation = glossary.cite(reference);
        JsonObject taxon = Json.object().put("id", reference.id());
        if (!citation.name().isEmpty()) {
            taxon = taxon.put("shortDescription", SarifLog.text(citation.name()));
        }
        return citation.url().isEmpty() ? taxon : taxon.put("helpUri", citation.url());
    }
}
