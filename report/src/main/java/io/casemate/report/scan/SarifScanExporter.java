package io.casemate.report.scan;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.report.sarif.SarifLog;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Finding;
import io.casemate.scan.result.Gap;
import io.casemate.scan.result.ScanReport;
import io.casemate.scan.rule.Rule;
import io.casemate.scan.rule.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * SARIF 2.1.0. What could not be looked at is a notification of the run, which then was not successful: an empty list of
 * results never reads as clean.
 */
public final class SarifScanExporter implements ScanExporter {
    @Override
    public String id() {
        return "sarif";
    }

    @Override
    public String export(ScanReport report, Instant asOf) {
        Map<String, Rule> rules = new TreeMap<>();
        report.files()
                .forEach(file -> file.findings().forEach(f -> rules.put(f.rule().id(), f.rule())));
        List<String> order = List.copyOf(rules.keySet());
        List<Json> results = new ArrayList<>();
        List<Json> notifications = new ArrayList<>();
        for (FileReport file : report.files()) {
            file.findings().forEach(f -> results.add(result(file, f, order)));
            file.gaps().forEach(g -> notifications.add(notification(file, g)));
        }
        JsonObject driver =
                Json.object().put("name", "Casemate").put("rules", Json.array(rules.values(), SarifScanExporter::rule));
        JsonObject invocation = Json.object()
                .put("executionSuccessful", notifications.isEmpty())
                .put("endTimeUtc", asOf.toString())
                .put("toolExecutionNotifications", notifications);
        JsonObject run = Json.object()
                .put("tool", Json.object().put("driver", driver))
                .put("invocations", Json.array(invocation))
                .put("artifacts", Json.array(report.files(), SarifScanExporter::artifact))
                .put("results", results)
                .put("properties", Json.object().put("verdict", report.verdict().id()));
        return SarifLog.of(run);
    }

    private static JsonObject rule(Rule rule) {
        List<String> tags = new ArrayList<>(List.of("security"));
        rule.references()
                .forEach(r -> tags.add("external/" + r.toLowerCase(Locale.ROOT).replace(' ', '/')));
        return Json.object()
                .put("id", rule.id())
                .put("shortDescription", SarifLog.text(rule.title()))
                .put("fullDescription", SarifLog.text(rule.explanation()))
                .put("help", SarifLog.text(rule.explanation() + "\n\n" + rule.remedy()))
                .put("defaultConfiguration", Json.object().put("level", level(rule.severity())))
                .put(
                        "properties",
                        Json.object()
                                .put("tags", Json.texts(tags))
                                .put("security-severity", securitySeverity(rule.severity())));
    }

    private static JsonObject result(FileReport file, Finding finding, List<String> order) {
        JsonObject physical = Json.object().put("artifactLocation", artifactLocation(file));
        boolean inFile =
                finding.location().member().isEmpty() && finding.location().offset() >= 0;
        if (inFile) {
            physical = physical.put(
                    "region", Json.object().put("byteOffset", finding.location().offset()));
        }
        JsonObject location = Json.object().put("physicalLocation", physical);
        String where = finding.location().toString();
        if (!where.isEmpty()) {
            location = location.put(
                    "logicalLocations",
                    Json.array(Json.object().put("fullyQualifiedName", where).put("kind", "member")));
        }
        JsonObject result = Json.object()
                .put("ruleId", finding.rule().id())
                .put("ruleIndex", order.indexOf(finding.rule().id()))
                .put("level", level(finding.rule().severity()))
                .put("message", SarifLog.text(finding.message()))
                .put("locations", Json.array(location))
                .put(
                        "partialFingerprints",
                        Json.object()
                                .put(
                                        "casemate/1",
                                        file.sha256() + ":" + finding.rule().id() + ":" + where))
                .put(
                        "properties",
                        Json.object().put("verdict", finding.verdict().id()));
        return finding.waived().isEmpty()
                ? result
                : result.put(
                        "suppressions",
                        Json.array(Json.object().put("kind", "external").put("justification", finding.waived())));
    }

    private static JsonObject notification(FileReport file, Gap gap) {
        String where = gap.location().toString();
        String text = where.isEmpty() ? gap.what() : where + ": " + gap.what();
        return SarifLog.notification(text)
                .put(
                        "locations",
                        Json.array(Json.object()
                                .put(
                                        "physicalLocation",
                                        Json.object().put("artifactLocation", artifactLocation(file)))));
    }

    private static JsonObject artifact(FileReport file) {
        JsonObject artifact = Json.object()
                .put("location", artifactLocation(file))
                .put("length", file.coverage().bytesTotal())
                .put(
                        "properties",
                        Json.object().put("verdict", file.verdict().id()).put("format", file.format()));
        return file.sha256().isEmpty()
                ? artifact
                : artifact.put("hashes", Json.object().put("sha-256", file.sha256()));
    }

    private static JsonObject artifactLocation(FileReport file) {
        return Json.object().put("uri", Uris.of(file.path()));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    private static String securitySeverity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.5";
            case INFO -> "0.0";
        };
    }
}
