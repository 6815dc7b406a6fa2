package io.casemate.scan.keras;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An object or array of the configuration that is still open, with the texts of its fields that matter. */
final class Node {
    private static final int TEXT_KEPT_MAX = 512;
    private static final Set<String> KEPT = Set.of(
            "class_name",
            "module",
            "registered_name",
            "spec_name",
            "config",
            "function",
            "function_type",
            "name",
            "package",
            "vocabulary",
            "filepath",
            "handle",
            "backend",
            "idf_weights",
            "fn",
            "symbol");

    /** The field whose value it is. */
    final String name;

    /** Where it begins. */
    final long offset;

    /** Names of its fields; kept of the outermost object only. */
    final Set<String> names = new HashSet<>();

    /** Marshalled code, pickles and references to classes or functions in it, at any depth. */
    int codes;

    int pickles;
    int references;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> inner = new HashMap<>();

    Node(String name, long offset) {
        this.name = name;
        this.offset = offset;
    }

    void keep(String field, String text) {
        if (KEPT.contains(field)) {
            texts.put(field, text.length() > TEXT_KEPT_MAX ? text.substring(0, TEXT_KEPT_MAX) : text);
        }
    }

    /** The text of one of its fields. */
    Optional<String> text(String field) {
        return Optional.ofNullable(texts.get(field));
    }

    /** The text of a field of its {@code config}. */
    Optional<String> configured(String field) {
        return Optional.ofNullable(inner.get(field));
    }

    /** Takes over what a child of it found. */
    void take(Node child) {
        codes += child.codes;
        pickles += child.pickles;
        references += child.references;
        if (child.name.equals("config")) {
            inner.putAll(child.texts);
        }
    }
}
