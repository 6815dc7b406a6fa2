package io.casemate.core.knowledge;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.threat.Reference;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A published list of threats, weaknesses or controls, as ids and names.
 *
 * @param id the name of its file, edition included
 * @param prefix how references begin: {@code ATLAS}, {@code CWE}
 * @param version the edition that the entries are from
 * @param entries names by published id
 */
public record Framework(
        String id,
        String title,
        String prefix,
        String source,
        String version,
        String licence,
        Map<String, String> entries) {
    public Framework {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /**
     * The reference written {@code PREFIX id}. An id with an edition, {@code LLM01:2025}, belongs to the file of that edition,
     * {@code owasp-llm-2025}.
     */
    public static Optional<Reference> reference(String text) {
        int blank = text.indexOf(' ');
        if (blank < 1 || blank == text.length() - 1) {
            return Optional.empty();
        }
        String id = text.substring(blank + 1);
        int colon = id.indexOf(':');
        String edition = colon < 0 ? "" : "-" + id.substring(colon + 1);
        return Optional.of(new Reference(text.substring(0, blank).toLowerCase(Locale.ROOT) + edition, id));
    }

    /**
     * The references listed here.
     *
     * @param known what they may point into; empty where they are taken as they are
     */
    static List<Reference> references(YamlCursor at, Map<String, Framework> known) {
        List<Reference> references = new ArrayList<>();
        for (YamlCursor item : at.items()) {
            Optional<Reference> reference = reference(Fields.text(item, "name a published id"));
            if (reference.isEmpty()) {
                item.report("is no reference", "write it as in 'ATLAS AML.T0024' or 'OWASP-LLM LLM01:2025'");
            }
            reference.ifPresent(r -> {
                check(r, item, known);
                references.add(r);
            });
        }
        return references;
    }

    static Map<String, Framework> all(KnowledgeFiles files) {
        Map<String, Framework> all = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : files.in("frameworks")) {
            var found = YamlProblems.of(files.label(name));
            String id = KnowledgeReader.idOf(name);
            YamlReader.read(files.read(name).orElse(new byte[0]), YamlLimits.DEFAULT, found)
                    .ifPresent(top -> all.put(id, read(id, top)));
            problems.addAll(found.all());
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return all;
    }

    private static Framework read(String id, YamlCursor top) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (YamlCursor item : top.at("entries").items()) {
            String entry = Fields.text(item.at("id"), "write the published id");
            if (entries.put(entry, Fields.text(item.at("name"), "write the published name")) != null) {
                item.report("repeats '%s'".formatted(entry), "remove one of the two");
            }
            item.noOtherKeys();
        }
        var framework = new Framework(
                id,
                Fields.text(top.at("title"), "write the title"),
                Fields.text(top.at("prefix"), "write how references begin"),
                Fields.text(top.at("source"), "say where it is published"),
                Fields.text(top.at("version"), "say which edition it is"),
                Fields.text(top.at("licence"), "say under which licence it is published"),
                entries);
        top.noOtherKeys();
        return framework;
    }

    private static void check(Reference reference, YamlCursor at, Map<String, Framework> known) {
        Optional<Framework> framework = Optional.ofNullable(known.get(reference.framework()));
        if (!known.isEmpty() && framework.isEmpty()) {
            at.report(
                    "points into the unknown list '%s'".formatted(reference.framework()),
                    "known are " + String.join(", ", known.keySet()));
        }
        framework
                .filter(f -> !f.entries().containsKey(reference.id()))
                .ifPresent(f -> at.report(
                        "names '%s', which is not in knowledge/frameworks/%s.yaml".formatted(reference.id(), f.id()),
                        "correct the id, or add it there with its published name"));
    }
}
