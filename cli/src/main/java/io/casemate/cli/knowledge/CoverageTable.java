package io.casemate.cli.knowledge;

import io.casemate.cli.terminal.Lines;
import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Table;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.coverage.PublishedCoverage;
import io.casemate.core.knowledge.coverage.PublishedCoverage.Counted;
import io.casemate.core.knowledge.framework.Framework;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The coverage of the published lists as a table or as JSON. */
record CoverageTable(int threats, int mitigations, List<PublishedCoverage> coverages) {
    private static final int LISTED_MAX = 40;

    static CoverageTable of(Knowledge knowledge) {
        return new CoverageTable(
                knowledge.threats().size(), knowledge.mitigations().size(), PublishedCoverage.all(knowledge));
    }

    String text(Style style, int columns) {
        var table = new Table(columns, "");
        table.row(
                style.bold("list"),
                style.bold("edition"),
                style.bold("by"),
                style.bold("covered"),
                style.bold("out"),
                style.bold("missing"));
        for (PublishedCoverage c : coverages) {
            table.row(
                    c.framework().id(),
                    c.framework().version(),
                    c.by().id(),
                    "%d of %d".formatted(c.covered().size(), c.entries().size()),
                    Integer.toString(c.outOfScope().size()),
                    Integer.toString(c.missing().size()));
        }
        var text = new StringBuilder(table.text());
        for (PublishedCoverage coverage : coverages) {
            paragraphs(coverage)
                    .forEach(p -> text.append('\n')
                            .append(Lines.wrap(p, columns, "", "  "))
                            .append('\n'));
        }
        return text.toString();
    }

    private static List<String> paragraphs(PublishedCoverage coverage) {
        List<String> paragraphs = new ArrayList<>();
        String id = coverage.framework().id();
        if (!coverage.missing().isEmpty()) {
            paragraphs.add("%s, no %s: %s".formatted(id, coverage.by().id(), some(coverage.missing())));
        }
        Map<String, List<Counted>> reasons = coverage.outOfScope().stream()
                .collect(Collectors.groupingBy(c -> c.entry().outOfScope(), LinkedHashMap::new, Collectors.toList()));
        reasons.forEach(
                (reason, entries) -> paragraphs.add("%s, out of scope: %s: %s".formatted(id, some(entries), reason)));
        return paragraphs;
    }

    private static String some(List<Counted> entries) {
        List<String> ids = entries.stream().map(c -> c.entry().id()).toList();
        int more = ids.size() - LISTED_MAX;
        return String.join(", ", ids.subList(0, Math.min(LISTED_MAX, ids.size())))
                + (more > 0 ? " and %d more (--format json)".formatted(more) : "");
    }

    JsonObject json() {
        Map<Framework, List<PublishedCoverage>> byFramework = coverages.stream()
                .collect(Collectors.groupingBy(PublishedCoverage::framework, LinkedHashMap::new, Collectors.toList()));
        return Json.object()
                .put("casemate", 1)
                .put("threats", threats)
                .put("mitigations", mitigations)
                .put("frameworks", Json.array(byFramework.values(), CoverageTable::json));
    }

    private static JsonObject json(List<PublishedCoverage> ofOne) {
        Framework framework = ofOne.getFirst().framework();
        JsonObject json = Json.object()
                .put("id", framework.id())
                .put("title", framework.title())
                .put("edition", framework.version())
                .put("authority", framework.authority())
                .put("status", framework.status().id());
        json = counts(json, ofOne.getFirst());
        for (PublishedCoverage other : ofOne.subList(1, ofOne.size())) {
            json = json.put(other.by().id(), counts(Json.object(), other));
        }
        return json;
    }

    private static JsonObject counts(JsonObject json, PublishedCoverage coverage) {
        return json.put("by", coverage.by().id())
                .put("total", coverage.entries().size())
                .put("covered", coverage.covered().size())
                .put("outOfScope", coverage.outOfScope().size())
                .put(
                        "missing",
                        Json.texts(coverage.missing().stream()
                                .map(c -> c.entry().id())
                                .toList()))
                .put("reasons", reasons(coverage))
                .put(
                        "coveredBy",
                        Json.array(
                                coverage.covered(),
                                c -> Json.object()
                                        .put("id", c.entry().id())
                                        .put("name", c.entry().name())
                                        .put("by", Json.texts(c.coveredBy()))));
    }

    private static JsonArray reasons(PublishedCoverage coverage) {
        return Json.array(
                coverage.outOfScope(),
                c -> Json.object()
                        .put("id", c.entry().id())
                        .put("name", c.entry().name())
                        .put("reason", c.entry().outOfScope()));
    }
}
