package io.casemate.scan.cache;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonObject;
import io.casemate.scan.result.Coverage;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Finding;
import io.casemate.scan.result.Location;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.weight.WeightReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A whole report as JSON and back. A finding is its rule's id: what the rule means is looked up again. */
record ReportJson(Rules rules) {
    JsonObject json(FileReport report) {
        var facts = Json.object();
        for (var fact : report.facts().entrySet()) {
            facts = facts.put(fact.getKey(), fact.getValue());
        }
        return Json.object()
                .put("path", report.path())
                .put("sha256", report.sha256())
                .put("formats", Json.texts(report.formats()))
                .put("findings", Json.array(report.findings(), ReportJson::finding))
                .put("bytesRead", report.coverage().bytesRead())
                .put("bytesTotal", report.coverage().bytesTotal())
                .put("facts", facts)
                .put("needs", Json.texts(report.needs()))
                .put("weights", Json.array(report.weights().tensors(), TensorCells::json));
    }

    private static JsonArray finding(Finding finding) {
        return Json.array(
                Json.text(finding.rule().id()),
                Json.text(finding.location().member()),
                Json.number(finding.location().offset()),
                Json.text(finding.message()));
    }

    /**
     * The report; absent where a part is missing.
     *
     * @throws IllegalArgumentException where a rule is no longer there or a number is none
     */
    Optional<FileReport> report(Json json) {
        if (!(json instanceof JsonObject object)) {
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>();
        for (Json item : items(object, "findings")) {
            var cells = new Cells(item);
            var location = cells.text(1);
            findings.add(
                    new Finding(rules.of(cells.text(0)), new Location(location, cells.whole(2)), cells.text(3), ""));
        }
        SortedMap<String, String> facts = new TreeMap<>();
        if (object.get("facts").orElse(Json.nothing()) instanceof JsonObject all) {
            all.fields().forEach((name, value) -> facts.put(name, Cells.text(value)));
        }
        return Optional.of(new FileReport(
                text(object, "path"),
                text(object, "sha256"),
                texts(object, "formats"),
                findings,
                List.of(),
                new Coverage(whole(object, "bytesRead"), whole(object, "bytesTotal")),
                facts,
                new TreeSet<>(texts(object, "needs")),
                List.of(),
                new WeightReport(items(object, "weights").stream()
                        .map(TensorCells::statistics)
                        .toList()),
                List.of()));
    }

    private static List<Json> items(JsonObject object, String name) {
        return object.get(name).orElse(Json.nothing()) instanceof JsonArray array ? array.items() : List.of();
    }

    private static List<String> texts(JsonObject object, String name) {
        return items(object, name).stream().map(Cells::text).toList();
    }

    private static String text(JsonObject object, String name) {
        return Cells.text(object.get(name).orElse(Json.nothing()));
    }

    private static long whole(JsonObject object, String name) {
        return Cells.whole(object.get(name).orElse(Json.nothing()));
    }
}
