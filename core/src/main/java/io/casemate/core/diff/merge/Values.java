package io.casemate.core.diff.merge;

import io.casemate.core.yaml.Yaml;
import io.casemate.core.yaml.edit.SourceNode;
import io.casemate.core.yaml.edit.SourceNode.Mapping;
import io.casemate.core.yaml.edit.SourceNode.Scalar;
import io.casemate.core.yaml.edit.SourceNode.Sequence;
import io.casemate.core.yaml.edit.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When two values mean the same, and how they are shown and carried over. */
final class Values {
    private static final int SHOWN_MAX = 80;
    private static final Set<String> REFERENCES = Set.of("from", "to", "access", "scenario");

    private Values() {}

    /** What stands there, if it is more than an empty place. */
    static Optional<SourceNode> present(Optional<SourceNode> node) {
        return node.filter(n -> !(n instanceof Scalar s && empty(s)));
    }

    private static boolean empty(Scalar s) {
        return s.plain()
                && (s.text().isEmpty() || s.text().equals("~") || s.text().equals("null"));
    }

    /** Whether both say the same; the order of keys and the style are no difference. */
    static boolean same(Optional<SourceNode> a, Optional<SourceNode> b) {
        Optional<SourceNode> x = present(a);
        Optional<SourceNode> y = present(b);
        return (x.isPresent() && y.isPresent()) ? same(x.get(), y.get()) : (x.isEmpty() && y.isEmpty());
    }

    private static boolean same(SourceNode a, SourceNode b) {
        return switch (a) {
            case Scalar x -> b instanceof Scalar y && x.text().equals(y.text()) && empty(x) == empty(y);
            case Sequence x -> b instanceof Sequence y && sameItems(x.items(), y.items());
            case Mapping x -> b instanceof Mapping y && sameEntries(x, y);
        };
    }

    private static boolean sameItems(List<SourceNode> a, List<SourceNode> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return a.size() == b.size();
    }

    private static boolean sameEntries(Mapping a, Mapping b) {
        return a.entries().stream().allMatch(e -> same(Optional.of(e.value()), b.get(e.key())))
                && b.entries().stream()
                        .allMatch(e -> a.get(e.key()).isPresent()
                                || present(Optional.of(e.value())).isEmpty());
    }

    /** A value on one line, shortened. */
    static String shown(Optional<SourceNode> node) {
        String text = present(node).map(n -> YamlWriter.flow(n.value())).orElse("");
        return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "..." : text;
    }

    /**
     * A value as the other version wrote it, with the elements that were renamed here under their new ids.
     *
     * @param key the key it stands under
     */
    static Yaml carried(String key, SourceNode node, Map<String, String> renamed) {
        return switch (node) {
            case Scalar s -> new Yaml.Scalar(reference(key, s.text(), renamed), s.plain(), 0);
            case Sequence s ->
                new Yaml.Sequence(
                        s.items().stream().map(i -> carried(key, i, renamed)).toList(), 0);
            case Mapping m -> {
                Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
                m.entries().forEach(e -> entries.put(e.key(), new Yaml.Entry(0, carried(e.key(), e.value(), renamed))));
                yield new Yaml.Mapping(entries, 0);
            }
        };
    }

    static String reference(String key, String text, Map<String, String> renamed) {
        if (!REFERENCES.contains(key)) {
            return text;
        }
        int at = text.indexOf('@') + 1;
        String target = text.substring(at);
        return text.substring(0, at) + renamed.getOrDefault(target, target);
    }
}
