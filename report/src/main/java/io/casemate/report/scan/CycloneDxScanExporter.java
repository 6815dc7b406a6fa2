package io.casemate.report.scan;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Finding;
import io.casemate.scan.result.ScanReport;
import io.casemate.scan.rule.Rule;
import io.casemate.scan.rule.Severity;
import io.casemate.scan.rule.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A CycloneDX bill of materials of the model files: what they are, what is in them, and what was found. */
public final class CycloneDxScanExporter implements ScanExporter {
    private final String id;
    private final String edition;

    /** @param edition of the standard: "1.6" or "1.7", which hold the same in what is written here */
    CycloneDxScanExporter(String id, String edition) {
        this.id = id;
        this.edition = edition;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String export(ScanReport report, Instant asOf) {
        return Json.object()
                .put("$schema", "http://cyclonedx.org/schema/bom-%s.schema.json".formatted(edition))
                .put("bomFormat", "CycloneDX")
                .put("specVersion", edition)
                .put("serialNumber", "urn:uuid:" + serial(report))
                .put("version", 1)
                .put("metadata", metadata(report, asOf))
                .put("components", Json.array(report.files(), CycloneDxScanExporter::component))
                .put("vulnerabilities", Json.array(byRule(report).values(), CycloneDxScanExporter::vulnerability))
                .pretty();
    }

    private static JsonObject metadata(ScanReport report, Instant asOf) {
        JsonObject tool = Json.object().put("type", "application").put("name", "Casemate");
        return Json.object()
                .put("timestamp", asOf.toString())
                .put("tools", Json.object().put("components", Json.array(tool)))
                .put(
                        "properties",
                        Json.array(property("casemate:verdict", report.verdict().id())));
    }

    /** The same files always have the same number. */
    private static UUID serial(ScanReport report) {
        String files =
                report.files().stream().map(f -> f.path() + " " + f.sha256()).collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(files.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject component(FileReport file) {
        List<Json> properties = new ArrayList<>();
        properties.add(property("casemate:verdict", file.verdict().id()));
        properties.add(property("casemate:format", file.format()));
        properties.add(
                property("casemate:bytesRead", Long.toString(file.coverage().bytesRead())));
        properties.add(
                property("casemate:bytesTotal", Long.toString(file.coverage().bytesTotal())));
        file.facts().forEach((name, value) -> properties.add(property("casemate:fact:" + name, value)));
        file.gaps().forEach(gap -> properties.add(property("casemate:gap", gap.what())));
        JsonObject component = Json.object()
                .put("type", isModel(file) ? "machine-learning-model" : "file")
                .put("bom-ref", reference(file))
                .put("name", file.path());
        if (!file.sha256().isEmpty()) {
            component = component.put(
                    "hashes", Json.array(Json.object().put("alg", "SHA-256").put("content", file.sha256())));
        }
        String licence = file.facts().getOrDefault("licence", "");
        if (!licence.isEmpty()) {
            component = component.put(
                    "licenses",
                    Json.array(Json.object().put("license", Json.object().put("name", licence))));
        }
        String architecture = file.facts().getOrDefault("architecture", "");
        if (isModel(file) && !architecture.isEmpty()) {
            component = component.put(
                    "modelCard",
                    Json.object().put("modelParameters", Json.object().put("modelArchitecture", architecture)));
        }
        return component.put("properties", properties);
    }

    private static boolean isModel(FileReport file) {
        return file.facts().containsKey("framework") || file.facts().containsKey("tensors");
    }

    private static String reference(FileReport file) {
        return "file:" + Uris.of(file.path());
    }

    private record Affected(Rule rule, List<FileReport> files, List<Finding> findings) {}

    private static Map<String, Affected> byRule(ScanReport report) {
        Map<String, Affected> byRule = new TreeMap<>();
        for (FileReport file : report.files()) {
            for (Finding finding : file.findings()) {
                if (finding.verdict() != Verdict.CLEAN) {
                    Affected affected = byRule.computeIfAbsent(
                            finding.rule().id(),
                            id -> new Affected(finding.rule(), new ArrayList<>(), new ArrayList<>()));
                    affected.findings().add(finding);
                    if (!affected.files().contains(file)) {
                        affected.files().add(file);
                    }
                }
            }
        }
        return byRule;
    }

    private static JsonObject vulnerability(Affected affected) {
        Rule rule = affected.rule();
        List<Json> cwes = rule.references().stream()
                .filter(r -> r.matches("CWE CWE-[0-9]+"))
                .<Json>map(r -> Json.number(Long.parseLong(r.substring("CWE CWE-".length()))))
                .toList();
        return Json.object()
                .put("bom-ref", "rule:" + rule.id())
                .put("id", rule.id())
                .put("source", Json.object().put("name", "Casemate"))
                .put(
                        "ratings",
                        Json.array(Json.object()
                                .put("severity", severity(rule.severity()))
                                .put("method", "other")))
                .put("cwes", Json.array(cwes))
                .put("description", rule.title())
                .put("detail", details(affected))
                .put("recommendation", rule.remedy())
                .put(
                        "affects",
                        Json.array(affected.files(), file -> Json.object().put("ref", reference(file))));
    }

    private static String details(Affected affected) {
        return affected.findings().stream()
                .map(Finding::message)
                .distinct()
                .limit(20)
                .collect(Collectors.joining("; "));
    }

    private static String severity(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject property(String name, String value) {
        return Json.object().put("name", name).put("value", value);
    }
}
