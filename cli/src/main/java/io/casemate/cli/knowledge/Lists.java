package io.casemate.cli.knowledge;

import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Table;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Named;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Reference;
import io.casemate.core.threat.Stage;
import io.casemate.core.threat.Standing;
import io.casemate.core.threat.Threat;
import java.util.List;
import java.util.stream.Stream;

/** Lists of entries, one line each. */
final class Lists {
    private final Knowledge knowledge;
    private final Style style;
    private final int columns;

    Lists(Knowledge knowledge, Style style, int columns) {
        this.knowledge = knowledge;
        this.style = style;
        this.columns = columns;
    }

    String text(KnowledgeVerb.Shelf shelf) {
        return switch (shelf) {
            case THREATS -> threats();
            case MITIGATIONS -> mitigations();
            case FACTS -> facts();
            case ADVERSARIES -> adversaries();
        };
    }

    JsonObject json(KnowledgeVerb.Shelf shelf) {
        JsonObject json = Json.object().put("casemate", 1);
        return switch (shelf) {
            case THREATS -> json.put("threats", Json.array(knowledge.threats().values(), Lists::json));
            case MITIGATIONS ->
                json.put("mitigations", Json.array(knowledge.mitigations().values(), Lists::json));
            case FACTS -> json.put("facts", Json.array(knowledge.facts().values(), Lists::json));
            case ADVERSARIES ->
                json.put("adversaries", Json.array(knowledge.standings().values(), Lists::json));
        };
    }

    String text(List<Entry> found) {
        if (found.isEmpty()) {
            return "nothing found\n";
        }
        var table = new Table(columns, "");
        found.forEach(e -> table.row(style.faint(e.sort()), e.id(), e.title()));
        return table.text();
    }

    JsonObject json(List<Entry> found) {
        return Json.object()
                .put("casemate", 1)
                .put(
                        "entries",
                        Json.array(
                                found,
                                e -> Json.object()
                                        .put("sort", e.sort())
                                        .put("id", e.id())
                                        .put("title", e.title())));
    }

    private String threats() {
        var text = new StringBuilder();
        for (Stage stage : Stage.values()) {
            var table = new Table(columns, "  ");
            knowledge.threats().values().stream()
                    .filter(t -> t.stage() == stage)
                    .forEach(t -> table.row(t.id(), t.title()));
            text.append(style.bold(stage.id()))
                    .append('\n')
                    .append(table.text())
                    .append('\n');
        }
        return text.append(counted(knowledge.threats().size(), "threats")).toString();
    }

    private String mitigations() {
        var table = new Table(columns, "");
        knowledge.mitigations().values().forEach(m -> table.row(m.id(), m.title()));
        return table.text() + "\n" + counted(knowledge.mitigations().size(), "mitigations");
    }

    private String facts() {
        var text = new StringBuilder();
        Stream<String> groups =
                knowledge.facts().values().stream().map(Fact::group).distinct();
        groups.forEach(group -> {
            var table = new Table(columns, "  ");
            knowledge.facts().values().stream()
                    .filter(f -> f.group().equals(group))
                    .forEach(f -> table.row(f.good() ? style.green("+") : style.red("-"), f.id(), f.means()));
            text.append(style.bold(group)).append('\n').append(table.text()).append('\n');
        });
        return text + counted(knowledge.facts().size(), "facts; + lowers risk, - raises it");
    }

    private String adversaries() {
        var table = new Table(columns, "");
        knowledge
                .standings()
                .values()
                .forEach(s -> table.row(
                        s.profile().id(),
                        "capability " + s.capability().id(),
                        "likelihood " + s.likelihood().id(),
                        s.motivation()));
        return table.text();
    }

    private static String counted(int number, String what) {
        return "%d %s; 'casemate knowledge show ID' explains one%n".formatted(number, what);
    }

    private static JsonObject json(Threat threat) {
        return Json.object()
                .put("id", threat.id())
                .put("title", threat.title())
                .put("stage", threat.stage().id())
                .put(
                        "stride",
                        Json.texts(
                                threat.stride().stream().map(Named::id).sorted().toList()))
                .put("maturity", threat.maturity().id())
                .put("references", Json.array(threat.references(), Lists::json));
    }

    private static JsonObject json(Mitigation mitigation) {
        return Json.object()
                .put("id", mitigation.id())
                .put("title", mitigation.title())
                .put("fact", mitigation.fact())
                .put("value", mitigation.value())
                .put("cost", mitigation.cost().id())
                .put("references", Json.array(mitigation.references(), Lists::json));
    }

    private static JsonObject json(Fact fact) {
        return Json.object()
                .put("id", fact.id())
                .put("group", fact.group())
                .put("good", fact.good())
                .put("means", fact.means())
                .put("question", fact.question());
    }

    private static JsonObject json(Standing standing) {
        return Json.object()
                .put("profile", standing.profile().id())
                .put("title", standing.title())
                .put("motivation", standing.motivation())
                .put("capability", standing.capability().id())
                .put("likelihood", standing.likelihood().id());
    }

    static JsonObject json(Reference reference) {
        return Json.object().put("framework", reference.framework()).put("id", reference.id());
    }
}
