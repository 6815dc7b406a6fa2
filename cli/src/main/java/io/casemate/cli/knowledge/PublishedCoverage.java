package io.casemate.cli.knowledge;

import io.casemate.cli.terminal.Lines;
import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Table;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.Framework;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.threat.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much of the published lists the catalogue names. An entry counts as covered where a threat or mitigation names it or
 * one of its sub-techniques ({@code AML.T0024.002} covers {@code AML.T0024}).
 */
record PublishedCoverage(int threats, int mitigations, List<OfFramework> frameworks) {
    private static final int LISTED_MAX = 40;

    /** One list. */
    record OfFramework(String id, String title, String edition, int total, int covered, List<String> missing) {}

    static PublishedCoverage of(Knowledge knowledge) {
        Set<String> named = new HashSet<>();
        Stream.concat(
                        knowledge.threats().values().stream().flatMap(t -> t.references().stream()),
                        knowledge.mitigations().values().stream().flatMap(m -> m.references().stream()))
                .forEach(reference -> add(reference, named));
        List<OfFramework> frameworks = knowledge.frameworks().values().stream()
                .map(f -> coverage(f, named))
                .toList();
        return new PublishedCoverage(
                knowledge.threats().size(), knowledge.mitigations().size(), frameworks);
    }

    private static void add(Reference reference, Set<String> named) {
        String id = reference.id();
        while (!id.isEmpty()) {
            named.add(reference.framework() + " " + id);
            id = id.contains(".") ? id.substring(0, id.lastIndexOf('.')) : "";
        }
    }

    private static OfFramework coverage(Framework framework, Set<String> named) {
        List<String> missing = framework.entries().keySet().stream()
                .filter(id -> !named.contains(framework.id() + " " + id))
                .toList();
        int total = framework.entries().size();
        return new OfFramework(
                framework.id(), framework.title(), framework.version(), total, total - missing.size(), missing);
    }

    String text(Style style, int columns) {
        var table = new Table(columns, "");
        table.row(style.bold("list"), style.bold("edition"), style.bold("covered"), style.bold("of"));
        frameworks.forEach(
                f -> table.row(f.id(), f.edition(), Integer.toString(f.covered()), Integer.toString(f.total())));
        var text = new StringBuilder(table.text());
        for (OfFramework framework : frameworks) {
            if (!framework.missing().isEmpty()) {
                text.append('\n')
                        .append(Lines.wrap(missing(framework), columns, "", "  "))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String missing(OfFramework framework) {
        List<String> missing = framework.missing();
        String some = String.join(", ", missing.subList(0, Math.min(LISTED_MAX, missing.size())));
        int more = missing.size() - LISTED_MAX;
        return "%s, not named: %s%s"
                .formatted(framework.id(), some, more > 0 ? " and %d more (--format json)".formatted(more) : "");
    }

    JsonObject json() {
        return Json.object()
                .put("casemate", 1)
                .put("threats", threats)
                .put("mitigations", mitigations)
                .put("frameworks", Json.array(frameworks, PublishedCoverage::json));
    }

    private static JsonObject json(OfFramework framework) {
        return Json.object()
                .put("id", framework.id())
                .put("title", framework.title())
                .put("edition", framework.edition())
                .put("total", framework.total())
                .put("covered", framework.covered())
                .put("outOfScope", 0)
                .put("missing", Json.texts(framework.missing()));
    }
}
