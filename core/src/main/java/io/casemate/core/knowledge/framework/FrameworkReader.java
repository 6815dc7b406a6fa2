package io.casemate.core.knowledge.framework;

import io.casemate.core.knowledge.files.FieldReader;
import io.casemate.core.knowledge.files.KnowledgeFiles;
import io.casemate.core.knowledge.framework.Framework.CoveredBy;
import io.casemate.core.knowledge.framework.Framework.Entry;
import io.casemate.core.knowledge.framework.Framework.Status;
import io.casemate.core.yaml.YamlCursor;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads published lists: one file each, named after the prefix of its references, then a hyphen and the edition. */
public final class FrameworkReader {
    private static final String ONLY_KIND = "entry";

    private FrameworkReader() {}

    /**
     * All of them, by the name of their file.
     *
     * @throws io.casemate.core.problem.InvalidInputException with everything that is wrong with them
     */
    public static Map<String, Framework> all(KnowledgeFiles files) {
        return files.each("frameworks", FrameworkReader::read);
    }

    private static Framework read(String id, YamlCursor top) {
        Status status = FieldReader.constant(top.at("status"), Status.class, Status.FINAL);
        Map<String, Entry> entries = entries(top.at("entries"), status);
        var framework = new Framework(
                id,
                FieldReader.text(top.at("title"), "write the title"),
                FieldReader.text(top.at("prefix"), "write how references begin"),
                FieldReader.text(top.at("authority"), "say who publishes it"),
                status,
                FieldReader.text(top.at("source"), "say where it is published"),
                FieldReader.text(top.at("version"), "say which edition it is"),
                FieldReader.text(top.at("licence"), "say under which licence it is published"),
                top.at("note").text(""),
                counted(top.at("counted"), entries),
                entries);
        top.noOtherKeys();
        return framework;
    }

    private static Map<String, Entry> entries(YamlCursor at, Status status) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (YamlCursor item : at.required("list the entries").items()) {
            Entry entry = entry(item, status);
            if (entries.put(entry.id(), entry) != null) {
                item.report("repeats '%s'".formatted(entry.id()), "remove one of the two");
            }
        }
        for (YamlCursor item : at.items()) {
            known(item.at("parent"), entries);
            known(item.at("replaced-by"), entries);
            item.at("in").items().forEach(group -> known(group, entries));
        }
        return entries;
    }

    private static Entry entry(YamlCursor at, Status status) {
        var entry = new Entry(
                FieldReader.text(at.at("id"), "write the published id"),
                FieldReader.text(at.at("name"), "write the published name"),
                at.at("kind").text(ONLY_KIND),
                at.at("parent").text(""),
                at.at("in").texts(),
                FieldReader.optional(at.at("status"), Status.class).orElse(status),
                at.at("replaced-by").text(""),
                at.at("formerly").texts(),
                outOfScope(at.at("scope")));
        at.noOtherKeys();
        if (!entry.replacedBy().isEmpty() && entry.status() != Status.SUPERSEDED) {
            at.at("replaced-by").report("replaces an entry that is not superseded", "add 'status: superseded'");
        }
        return entry;
    }

    private static String outOfScope(YamlCursor at) {
        if (!at.present()) {
            return "";
        }
        String reason = FieldReader.text(at.at("out"), "give the reason: 'scope: {out: why}'");
        at.noOtherKeys();
        return reason;
    }

    private static void known(YamlCursor at, Map<String, Entry> entries) {
        Optional<String> id = at.text();
        if (id.isPresent() && !entries.containsKey(id.get())) {
            at.unknown("entry", entries.keySet());
        }
    }

    private static Map<CoveredBy, Set<String>> counted(YamlCursor at, Map<String, Entry> entries) {
        if (!at.present()) {
            return Map.of(CoveredBy.THREATS, Set.of(ONLY_KIND));
        }
        Map<CoveredBy, Set<String>> counted = new EnumMap<>(CoveredBy.class);
        if (at.form() == YamlCursor.Form.TEXT && at.text("").equals("none")) {
            return counted;
        }
        Set<String> kinds = new LinkedHashSet<>();
        entries.values().forEach(entry -> kinds.add(entry.kind()));
        for (CoveredBy by : CoveredBy.values()) {
            Set<String> some = new LinkedHashSet<>();
            for (YamlCursor item : at.at(by.id()).items()) {
                if (!kinds.contains(item.text(""))) {
                    item.unknown("kind", kinds);
                }
                some.add(item.text(""));
            }
            if (!some.isEmpty()) {
                counted.put(by, some);
            }
        }
        at.noOtherKeys();
        return counted;
    }
}
