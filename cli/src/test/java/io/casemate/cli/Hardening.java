package io.casemate.cli;

import io.casemate.cli.system.SystemFiles;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonLimits;
import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Artifact;
import io.casemate.core.model.Element;
import io.casemate.core.model.ModelLines;
import io.casemate.core.model.Part;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Question;
import io.casemate.core.risk.Risk;
import io.casemate.core.threat.Mitigation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a system safe as its people would: answers what is asked, puts in place what the plan proposes, looks at it together,
 * scans its files. Every control of it stands in the ledger, as a test shows it or as somebody claims it.
 *
 * @param verified whether tests show the controls, or they are only claimed
 */
record Hardening(Path system, boolean verified) {
    private static final int ROUNDS_MAX = 12;
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    void apply() throws IOException {
        Files.writeString(
                system.resolve("casemate.yaml"),
                Files.readString(system.resolve("casemate.yaml"))
                        .replace("reviews:", "reviews:\n  - {date: 2026-11-20, by: All of us, trigger: quarterly}"));
        SystemFiles files = SystemFiles.read(system, KNOWLEDGE);
        for (Element element : files.model().elements()) {
            for (Artifact artifact : element.artifacts()) {
                Path file = system.resolve(artifact.path());
                Files.createDirectories(file.resolveSibling(""));
                Files.writeString(file, "ccollections\nOrderedDict\n(tR.");
                Run.casemate("scan", file, "--system", system, "--record");
            }
        }
        for (int round = 0; round < ROUNDS_MAX; round++) {
            Set<ControlOf> controls = round(assessment());
            if (controls.isEmpty()) {
                return;
            }
            attest(controls);
        }
    }

    private record ControlOf(String control, String part) {}

    private Assessment assessment() {
        return SystemFiles.read(system, KNOWLEDGE).assess(KNOWLEDGE, Run.CLOCK.instant());
    }

    /** What is to be put in place next. */
    private Set<ControlOf> round(Assessment assessment) throws IOException {
        Set<ControlOf> controls = new LinkedHashSet<>();
        for (Question question : assessment.questions()) {
            if (KNOWLEDGE.facts().get(question.fact()).good()) {
                controls.add(new ControlOf(question.fact(), question.part()));
            } else {
                state(question.part(), question.fact());
            }
        }
        for (Risk risk : assessment.risks()) {
            risk.terms().forEach(term -> claimed(term.source(), term.observed(), assessment, controls));
        }
        if (assessment.risks().stream().anyMatch(risk -> risk.current().band() == Band.HIGH)) {
            controls.addAll(planned());
        }
        assessment.answered().stream()
                .filter(answered -> !answered.verified())
                .forEach(answered ->
                        answered.controls().forEach(control -> claimed(control, false, assessment, controls)));
        return controls;
    }

    /** The cheapest set with which nothing is high. */
    private List<ControlOf> planned() {
        Run run = Run.casemate("plan", system, "--format", "json");
        Json plan = JsonReader.read("plan", run.out().getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
        return items(items(plan, "proposals").getFirst(), "steps").stream()
                .map(step -> new ControlOf(text(step, "mitigation"), text(step, "target")))
                .toList();
    }

    private static List<Json> items(Json object, String name) {
        return ((JsonArray) ((JsonObject) object).get(name).orElseThrow()).items();
    }

    private static String text(Json object, String name) {
        return ((Json.Text) ((JsonObject) object).get(name).orElseThrow()).value();
    }

    private void claimed(String source, boolean observed, Assessment assessment, Set<ControlOf> controls) {
        int at = source.indexOf('@');
        if (!verified || observed || at < 0) {
            return;
        }
        String fact = source.substring(0, at);
        var known = KNOWLEDGE.facts().get(fact);
        Part part = part(assessment, source.substring(at + 1));
        if (known != null && known.good() && part.facts().getOrDefault(fact, false)) {
            controls.add(new ControlOf(fact, part.id()));
        }
    }

    private static Part part(Assessment assessment, String id) {
        Element element = assessment.topology().elements().get(id);
        return element != null ? element : assessment.topology().flows().get(id);
    }

    /** States in casemate.yaml that an exposure is not there. */
    private void state(String part, String fact) throws IOException {
        Path file = system.resolve("casemate.yaml");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int at = ModelLines.read(file).part(part) - 1;
        String first = lines.get(at);
        if (first.contains("{")) {
            lines.set(
                    at,
                    first.contains("facts: {")
                            ? first.replace("facts: {", "facts: {%s: no, ".formatted(fact))
                            : first.replaceFirst("}\\s*$", ", facts: {%s: no}}".formatted(fact)));
        } else {
            int facts = at + 1;
            while (facts < lines.size()
                    && lines.get(facts).startsWith("    ")
                    && !lines.get(facts).startsWith("    facts:")) {
                facts++;
            }
            String line = facts < lines.size() ? lines.get(facts) : "";
            if (line.startsWith("    facts: {")) {
                lines.set(facts, line.replace("facts: {", "facts: {%s: no, ".formatted(fact)));
            } else if (line.startsWith("    facts:")) {
                lines.add(facts + 1, "      %s: no".formatted(fact));
            } else {
                lines.add(facts, "    facts: {%s: no}".formatted(fact));
            }
        }
        Files.write(file, withoutUnknown(lines, fact));
    }

    /** A fact that was stated to be unknown stands there once only. */
    private static List<String> withoutUnknown(List<String> lines, String fact) {
        return lines.stream()
                .filter(line -> !line.strip().equals(fact + ": unknown"))
                .map(line -> line.replace(", %s: unknown".formatted(fact), ""))
                .toList();
    }

    private void attest(Set<ControlOf> controls) throws IOException {
        Path file = Files.createTempFile("controls", ".json");
        Files.writeString(file, Json.array(controls, this::attestation).pretty());
        Run run = Run.casemate("attest", system, "--evidence", file);
        if (run.code() != 0) {
            throw new IllegalStateException(run.err());
        }
    }

    private JsonObject attestation(ControlOf control) {
        JsonObject provenance = Json.object()
                .put("source", verified ? "test suite" : "Ann")
                .put("family", "")
                .put("version", "")
                .put("observedAt", Run.CLOCK.instant().toString())
                .put("subjectSha256", "");
        Mitigation mitigation = KNOWLEDGE.mitigations().get(control.control());
        JsonObject body = Json.object()
                .put("provenance", provenance)
                .put("control", mitigation == null ? control.control() : mitigation.id())
                .put("target", control.part())
                .put("holds", true)
                .put("verified", verified)
                .put("statement", "");
        return Json.object().put("kind", "attestation").put("body", body);
    }
}
