package io.casemate.core.knowledge.atlas;

import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.framework.Framework.Entry;
import io.casemate.core.knowledge.framework.Framework.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The file {@code frameworks/atlas.yaml} for another edition. Reasons for what is out of scope and earlier names are kept; what
 * the edition removed stays as superseded, since models and old reports name it.
 */
public final class AtlasWriter {
    private AtlasWriter() {}

    public static String of(Framework packed, AtlasEdition edition) {
        var text = new StringBuilder();
        line(text, "title", packed.title());
        line(text, "prefix", packed.prefix());
        line(text, "authority", packed.authority());
        line(text, "status", packed.status().id());
        line(text, "source", packed.source());
        line(text, "version", edition.version());
        line(text, "licence", packed.licence());
        line(
                text,
                "note",
                "Taken from the published file of %s, format %s.".formatted(edition.version(), edition.format()));
        String counted = packed.counted().entrySet().stream()
                .map(e -> "%s: [%s]".formatted(e.getKey().id(), String.join(", ", e.getValue())))
                .collect(Collectors.joining(", "));
        text.append("counted: {%s}%nentries:%n".formatted(counted));
        entries(packed, edition).values().forEach(entry -> text.append(line(entry)));
        return text.toString().replace("\r\n", "\n");
    }

    private static Map<String, Entry> entries(Framework packed, AtlasEdition edition) {
        Map<String, Entry> entries = new TreeMap<>();
        packed.entries().values().forEach(was -> entries.put(was.id(), gone(was)));
        edition.entries().values().forEach(now -> {
            Entry was = packed.entries().get(now.id());
            entries.put(now.id(), was == null ? now : kept(was, now));
        });
        return entries;
    }

    private static Entry gone(Entry was) {
        return new Entry(
                was.id(),
                was.name(),
                was.kind(),
                was.parent(),
                was.in(),
                Status.SUPERSEDED,
                was.replacedBy(),
                was.formerly(),
                was.outOfScope());
    }

    private static Entry kept(Entry was, Entry now) {
        List<String> formerly = new ArrayList<>(was.formerly());
        if (!was.name().equals(now.name())) {
            formerly.add(was.name());
        }
        return new Entry(
                now.id(), now.name(), now.kind(), now.parent(), now.in(), now.status(), "", formerly, was.outOfScope());
    }

    private static String line(Entry entry) {
        var text = new StringBuilder("  - {id: ").append(entry.id());
        text.append(", name: ").append(quoted(entry.name()));
        text.append(", kind: ").append(entry.kind());
        if (!entry.parent().isEmpty()) {
            text.append(", parent: ").append(quoted(entry.parent()));
        }
        list(text, "in", entry.in());
        list(text, "formerly", entry.formerly());
        if (entry.status() == Status.SUPERSEDED) {
            text.append(", status: superseded");
        }
        if (!entry.replacedBy().isEmpty()) {
            text.append(", replaced-by: ").append(entry.replacedBy());
        }
        if (!entry.outOfScope().isEmpty()) {
            text.append(", scope: {out: ").append(quoted(entry.outOfScope())).append('}');
        }
        return text.append("}\n").toString();
    }

    private static void list(StringBuilder text, String key, List<String> items) {
        if (!items.isEmpty()) {
            text.append(", ").append(key).append(": [");
            text.append(items.stream().map(AtlasWriter::quoted).collect(Collectors.joining(", ")));
            text.append(']');
        }
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(": ").append(quoted(value)).append('\n');
    }

    /** The text as a scalar that is nothing but a text, wherever it stands. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9./() -]*[A-Za-z0-9.)]") ? text : "'" + text.replace("'", "''") + "'";
    }
}
