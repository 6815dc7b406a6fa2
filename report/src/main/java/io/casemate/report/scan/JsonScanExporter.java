package io.casemate.report.scan;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Finding;
import io.casemate.scan.result.Gap;
import io.casemate.scan.result.Location;
import io.casemate.scan.result.ScanReport;
import io.casemate.scan.weight.Comparison;
import java.time.Instant;

/** The interface for programs: {@code knowledge/schema/scan.schema.json} describes it. */
public final class JsonScanExporter implements ScanExporter {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public String export(ScanReport report, Instant asOf) {
        return Json.object()
                .put("casemate", 1)
                .put("asOf", asOf.toString())
                .put("verdict", report.verdict().id())
                .put("files", Json.array(report.files(), JsonScanExporter::file))
                .put("skipped", Json.texts(report.skipped()))
                .pretty();
    }

    private static JsonObject file(FileReport file) {
        JsonObject json = Json.object()
                .put("path", file.path())
                .put("sha256", file.sha256())
                .put("format", file.format())
                .put("formats", Json.texts(file.formats()))
                .put("verdict", file.verdict().id())
                .put("findings", Json.array(file.findings(), JsonScanExporter::finding))
                .put("gaps", Json.array(file.gaps(), JsonScanExporter::gap))
                .put(
                        "coverage",
                        Json.object()
                                .put("bytesRead", file.coverage().bytesRead())
                                .put("bytesTotal", file.coverage().bytesTotal()));
        var facts = Json.object();
        for (var fact : file.facts().entrySet()) {
            facts = facts.put(fact.getKey(), fact.getValue());
        }
        json = json.put("facts", facts).put("globals", Json.texts(file.needs()));
        if (!file.weights().tensors().isEmpty()) {
            json = json.put("weights", Json.array(file.weights().tensors(), TensorJson::of));
        }
        if (!file.changes().isEmpty()) {
            json = json.put("comparison", TensorJson.of(new Comparison(file.changes())))
                    .put("changes", Json.array(file.changes(), TensorJson::of));
        }
        return file.explained().isEmpty() ? json : json.put("explained", Json.texts(file.explained()));
    }

    private static JsonObject finding(Finding finding) {
        JsonObject json = Json.object()
                .put("rule", finding.rule().id())
                .put("severity", finding.rule().severity().id())
                .put("verdict", finding.verdict().id())
                .put("message", finding.message())
                .put("location", location(finding.location()))
                .put("remedy", finding.rule().remedy())
                .put("references", Json.texts(finding.rule().references()));
        return finding.waived().isEmpty() ? json : json.put("waived", finding.waived());
    }

    private static JsonObject gap(Gap gap) {
        return Json.object().put("what", gap.what()).put("location", location(gap.location()));
    }

    private static JsonObject location(Location location) {
        return Json.object().put("member", location.member()).put("offset", location.offset());
    }
}
