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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a system safe as its people would, who know no more than what the commands tell them: the verdict says what is wrong,
 * {@code plan --write} what to put in place, and tests show it ({@code attest --junit}). Exposures are stated in casemate.yaml.
 *
 * @param verified whether tests show the controls, or they are only claimed
 */
record Hardening(Path system, boolean verified) {
    private static final int ROUNDS_MAX = 12;
    private static final Pattern NAMED = Pattern.compile("[a-z0-9-]+@[a-z0-9-]+");
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    /** Does what verdicts ask for until one asks for nothing new; then everybody looks at the model together. */
    void apply() throws IOException {
        Set<String> done = new HashSet<>();
        for (int round = 0; round < ROUNDS_MAX; round++) {
            Set<String> wanted = new LinkedHashSet<>();
            for (Json ruling : items(json(Run.casemate("check", system, "--format", "json")), "rulings")) {
                if (!text(ruling, "outcome").equals("pass")) {
                    wanted.addAll(wanted(ruling));
                }
            }
            wanted.removeAll(done);
            if (wanted.isEmpty()) {
                break;
            }
            done.addAll(wanted);
            give(wanted);
        }
        Run.casemate("review", system, "--by", "All of us", "--note", "as planned");
    }

    /** What a ruling asks for, each {@code control@part} or {@code fact@part}. A review comes last. */
    private List<String> wanted(Json ruling) throws IOException {
        return switch (text(ruling, "rule")) {
            case "no-high" -> planned();
            case "held-by-proof", "ended-by-proof", "could-be-high" -> named(ruling);
            case "could-come" -> List.of(text(ruling, "subject"));
            case "artifacts-scanned" -> scan();
            default -> List.of();
        };
    }

    /** Controls are shown, exposures are said not to be there. */
    private void give(Set<String> wanted) throws IOException {
        Set<String> controls = new LinkedHashSet<>();
        for (String item : wanted) {
            int at = item.indexOf('@');
            String fact = item.substring(0, at);
            if (KNOWLEDGE.facts().containsKey(fact)
                    && !KNOWLEDGE.facts().get(fact).good()) {
                state(item.substring(at + 1), fact);
            } else {
                controls.add(item);
            }
        }
        if (!controls.isEmpty()) {
            attest(controls);
        }
    }

    /** What a remedy names before it names a command. */
    private static List<String> named(Json ruling) {
        String words = text(ruling, "remedy").replaceFirst("; casemate .*", "");
        return NAMED.matcher(words).results().map(MatchResult::group).toList();
    }

    private List<String> scan() throws IOException {
        for (Element element : SystemFiles.read(system, KNOWLEDGE).model().elements()) {
            for (Artifact artifact : element.artifacts()) {
                Path file = system.resolve(artifact.path());
                if (!Files.exists(file)) {
                    Files.createDirectories(file.resolveSibling(""));
                    Files.writeString(file, "ccollections\nOrderedDict\n(tR.");
                    Run.casemate("scan", file, "--system", system, "--record");
                }
            }
        }
        return List.of();
    }

    /** The cheapest set with which nothing is high, which now stands in casemate.yaml too. */
    private List<String> planned() {
        Run run = Run.casemate("plan", system, "--write", "--format", "json");
        return items(items(json(run), "proposals").getFirst(), "steps").stream()
                .map(step -> "%s@%s".formatted(text(step, "mitigation"), text(step, "target")))
                .toList();
    }

    private static Json json(Run run) {
        return JsonReader.read("answer", run.out().getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
    }

    private static List<Json> items(Json object, String name) {
        return ((JsonArray) ((JsonObject) object).get(name).orElseThrow()).items();
    }

    private static String text(Json object, String name) {
        return ((Json.Text) ((JsonObject) object).get(name).orElseThrow()).value();
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

    private void attest(Set<String> controls) throws IOException {
        Path file = Files.createTempFile("controls", verified ? ".xml" : ".json");
        Files.writeString(file, verified ? tests(controls) : claims(controls));
        Run run = Run.casemate("attest", system, verified ? "--junit" : "--evidence", file);
        if (run.code() != 0) {
            throw new IllegalStateException(run.err());
        }
    }

    private static String tests(Set<String> controls) {
        return controls.stream()
                .map(control -> "<testcase classname=\"Controls\" name=\"holds [%s]\"/>\n".formatted(control))
                .collect(Collectors.joining("", "<testsuite name=\"Controls\">\n", "</testsuite>\n"));
    }

    private static String claims(Set<String> controls) {
        return Json.array(
                        controls,
                        control -> Json.object().put("kind", "attestation").put("body", claim(control)))
                .pretty();
    }

    private static JsonObject claim(String control) {
        JsonObject provenance = Json.object()
                .put("source", "Ann")
                .put("family", "")
                .put("version", "")
                .put("observedAt", Run.CLOCK.instant().toString())
                .put("subjectSha256", "");
        int at = control.indexOf('@');
        return Json.object()
                .put("provenance", provenance)
                .put("control", control.substring(0, at))
                .put("target", control.substring(at + 1))
                .put("holds", true)
                .put("verified", false)
                .put("statement", "");
    }
}
