package io.casemate.core.knowledge.framework;

import io.casemate.core.model.Named;
import io.casemate.core.threat.Reference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A published list of threats, weaknesses, controls or requirements, as ids and names.
 *
 * @param id the name of its file, edition included
 * @param prefix how references begin: {@code ATLAS}, {@code CWE}
 * @param authority who publishes it
 * @param version the edition that the entries are from
 * @param note what a reader should know of the entries; may be empty
 * @param counted kinds of entries whose coverage is counted, by what covers them; none where nothing is counted
 * @param entries by published id, in the order of the file
 */
public record Framework(
        String id,
        String title,
        String prefix,
        String authority,
        Status status,
        String source,
        String version,
        String licence,
        String note,
        Map<CoveredBy, Set<String>> counted,
        Map<String, Entry> entries) {
    /** How settled a list, one of its entries or a link is. */
    public enum Status implements Named {
        FINAL,
        DRAFT,
        SUPERSEDED,
        UNREVIEWED
    }

    /** What says that an entry is covered. */
    public enum CoveredBy implements Named {
        THREATS,
        MITIGATIONS,
        COMPLIANCE
    }

    /**
     * One entry.
     *
     * @param kind what it is among the entries: {@code technique}, {@code control}; {@code entry} where the list has one kind
     * @param parent id of the entry that it is a part of; may be empty
     * @param in ids of the entries that group it: the tactics of a technique
     * @param replacedBy id of the entry in its place; empty but where it is superseded
     * @param formerly names that it had in earlier editions
     * @param outOfScope why no threat or mitigation is to cover it; empty where one is to
     */
    public record Entry(
            String id,
            String name,
            String kind,
            String parent,
            List<String> in,
            Status status,
            String replacedBy,
            List<String> formerly,
            String outOfScope) {
        public Entry {
            in = List.copyOf(in);
            formerly = List.copyOf(formerly);
        }

        /** The same, out of scope for this reason. */
        public Entry outOfScope(String reason) {
            return new Entry(id, name, kind, parent, in, status, replacedBy, formerly, reason);
        }
    }

    public Framework {
        counted = Collections.unmodifiableMap(new LinkedHashMap<>(counted));
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The reference in a text such as {@code ATLAS AML.T0024}, whose name, where it is written, is not looked at. */
    public static Optional<Reference> reference(String text) {
        return Link.of(text).map(Link::reference);
    }

    /** The published name of an id. */
    public Optional<String> name(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::name);
    }

    /** Whether the entry of this id may be called so: by its name, or by its parent's, a colon and its name. */
    boolean calls(String id, String name) {
        Entry entry = entries.get(id);
        if (entry == null) {
            return false;
        }
        return name.equals(entry.name())
                || name(entry.parent())
                        .filter(parent -> name.equals(parent + ": " + entry.name()))
                        .isPresent();
    }
}
