package io.casemate.cli.knowledge;

import io.casemate.cli.terminal.Lines;
import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Table;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.atlas.AtlasDifference;
import io.casemate.core.knowledge.atlas.AtlasDifference.Change;
import io.casemate.core.knowledge.atlas.AtlasEdition;
import io.casemate.core.knowledge.atlas.CatalogueEffect;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.framework.Framework.Entry;
import io.casemate.core.model.Treatment;
import java.util.List;
import java.util.Map;

/**
 * A published edition of ATLAS beside the packed one, for people and programs.
 *
 * @param treatments those that use what is affected, by the system that states them
 * @param written the file that was written; empty where none was
 */
record AtlasUpdate(
        Framework packed,
        AtlasEdition edition,
        AtlasDifference difference,
        CatalogueEffect effect,
        Map<String, List<Treatment>> treatments,
        String written) {
    private boolean older() {
        return edition.before(packed.version());
    }

    String text(Style style, int columns) {
        var text = new StringBuilder("ATLAS %s (format %s) beside the packed %s%s%n"
                .formatted(
                        edition.version(),
                        edition.format(),
                        packed.version(),
                        older() ? ": the file is the older of the two" : ""));
        if (difference.none()) {
            text.append("no difference\n");
        }
        section(
                text,
                style,
                columns,
                "added",
                difference.added().stream().map(AtlasUpdate::row).toList());
        section(
                text,
                style,
                columns,
                "removed",
                difference.removed().stream().map(AtlasUpdate::row).toList());
        section(
                text,
                style,
                columns,
                "renamed",
                difference.renamed().stream().map(AtlasUpdate::renamed).toList());
        section(
                text,
                style,
                columns,
                "moved",
                difference.moved().stream().map(AtlasUpdate::moved).toList());
        section(text, style, columns, "threats that name what changed", affected(effect.threats()));
        section(text, style, columns, "mitigations that name what changed", affected(effect.mitigations()));
        treatments.forEach((system, some) -> section(
                text,
                style,
                columns,
                "treatments of %s that use these".formatted(system),
                some.stream().map(t -> List.of(t.scenario(), t.action().id())).toList()));
        String end = written.isEmpty()
                ? "Nothing was written; --write FOLDER writes frameworks/atlas.yaml there."
                : "Written to %s. Correct the references named above and run the knowledge tests.".formatted(written);
        return text.append('\n')
                .append(Lines.wrap(end, columns, ""))
                .append('\n')
                .toString();
    }

    private static void section(StringBuilder text, Style style, int columns, String heading, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var table = new Table(columns, "  ");
        rows.forEach(row -> table.row(row.toArray(String[]::new)));
        text.append('\n')
                .append(style.bold("%s (%d)".formatted(heading, rows.size())))
                .append('\n');
        text.append(table.text());
    }

    private static List<String> row(Entry entry) {
        return List.of(entry.id(), entry.kind(), entry.name());
    }

    private static List<String> renamed(Change change) {
        return List.of(change.id(), change.was().name(), "now " + change.now().name());
    }

    private static List<String> moved(Change change) {
        return List.of(change.id(), change.now().name(), "from " + place(change.was()), "to " + place(change.now()));
    }

    private static String place(Entry entry) {
        return entry.parent().isEmpty() ? String.join(" ", entry.in()) : entry.parent();
    }

    private static List<List<String>> affected(Map<String, List<String>> affected) {
        return affected.entrySet().stream()
                .map(e -> List.of(e.getKey(), String.join(", ", e.getValue())))
                .toList();
    }

    JsonObject json() {
        return Json.object()
                .put("casemate", 1)
                .put("framework", packed.id())
                .put("packed", packed.version())
                .put("version", edition.version())
                .put("format", edition.format())
                .put("older", older())
                .put("added", Json.array(difference.added(), AtlasUpdate::json))
                .put("removed", Json.array(difference.removed(), AtlasUpdate::json))
                .put(
                        "renamed",
                        Json.array(
                                difference.renamed(),
                                c -> Json.object()
                                        .put("id", c.id())
                                        .put("was", c.was().name())
                                        .put("now", c.now().name())))
                .put(
                        "moved",
                        Json.array(
                                difference.moved(),
                                c -> Json.object()
                                        .put("id", c.id())
                                        .put("name", c.now().name())
                                        .put("was", places(c.was()))
                                        .put("now", places(c.now()))))
                .put("threats", affectedJson(effect.threats()))
                .put("mitigations", affectedJson(effect.mitigations()))
                .put(
                        "treatments",
                        Json.array(
                                treatments.entrySet(),
                                e -> Json.object()
                                        .put("system", e.getKey())
                                        .put(
                                                "scenarios",
                                                Json.texts(e.getValue().stream()
                                                        .map(Treatment::scenario)
                                                        .toList()))))
                .put("written", written);
    }

    private static JsonObject json(Entry entry) {
        return Json.object()
                .put("id", entry.id())
                .put("name", entry.name())
                .put("kind", entry.kind())
                .put("parent", entry.parent());
    }

    private static JsonArray places(Entry entry) {
        return Json.texts(entry.parent().isEmpty() ? entry.in() : List.of(entry.parent()));
    }

    private static JsonArray affectedJson(Map<String, List<String>> affected) {
        return Json.array(
                affected.entrySet(),
                e -> Json.object().put("id", e.getKey()).put("references", Json.texts(e.getValue())));
    }
}
