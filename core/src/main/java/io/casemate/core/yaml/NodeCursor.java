package io.casemate.core.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cursor that remembers which keys it was asked for. */
final class NodeCursor implements YamlCursor {
    private final Optional<Yaml> node;
    private final int line;
    private final String path;
    private final YamlProblems problems;
    private final boolean excused;
    private final Set<String> asked = new LinkedHashSet<>();

    NodeCursor(Yaml root, YamlProblems problems) {
        this(Optional.of(root), root.line(), "", problems, false);
    }

    /** @param excused whether what is around it is no mapping, which is problem enough */
    private NodeCursor(Optional<Yaml> node, int line, String path, YamlProblems problems, boolean excused) {
        this.node = node.filter(n -> !(n instanceof Yaml.Scalar s && s.empty()));
        this.line = line;
        this.path = path;
        this.problems = problems;
        this.excused = excused;
    }

    @Override
    public boolean present() {
        return node.isPresent();
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public YamlCursor at(String key) {
        Map<String, Yaml.Entry> entries = entriesOf();
        boolean broken = present() && !(node.get() instanceof Yaml.Mapping);
        asked.add(key);
        Optional<Yaml.Entry> entry = Optional.ofNullable(entries.get(key));
        int at = entry.map(e -> e.value().line()).orElse(line);
        return new NodeCursor(
                entry.map(Yaml.Entry::value), at, Wording.key(path, key), problems, broken || excused);
    }

    @Override
    public YamlCursor required(String remedy) {
        if (!present() && !excused) {
            report("is missing", remedy);
        }
        return this;
    }

    @Override
    public Optional<String> text() {
        return as(Yaml.Scalar.class, "a text").map(Yaml.Scalar::text);
    }

    @Override
    public List<YamlCursor> items() {
        List<YamlCursor> items = new ArrayList<>();
        for (Yaml item : as(Yaml.Sequence.class, "a list").map(Yaml.Sequence::items).orElse(List.of())) {
            String at = Wording.item(path, items.size());
            items.add(new NodeCursor(Optional.of(item), item.line(), at, problems, false));
        }
        return items;
    }

    @Override
    public Map<String, YamlCursor> entries() {
        Map<String, YamlCursor> entries = new LinkedHashMap<>();
        entriesOf().keySet().forEach(key -> entries.put(key, at(key)));
        return entries;
    }

    @Override
    public Form form() {
        return node.map(NodeCursor::form).orElse(Form.NOTHING);
    }

    @Override
    public void noOtherKeys() {
        entriesOf().forEach((key, entry) -> {
            if (!asked.contains(key)) {
                String what = "unknown key '%s'".formatted(Wording.shown(key));
                problems.add(entry.keyLine(), path, what, problems.full() ? "" : Spelling.remedy(key, asked));
            }
        });
    }

    @Override
    public void unknown(String noun, Collection<String> known) {
        String text = node.map(n -> n instanceof Yaml.Scalar s ? s.text() : "").orElse("");
        String what = "unknown %s '%s'".formatted(noun, Wording.shown(text));
        report(what, problems.full() ? "" : Spelling.remedy(text, known));
    }

    @Override
    public void report(String what, String remedy) {
        problems.add(line, path, what, remedy);
    }

    /** The entries here, none where it is absent; no mapping is a problem, once. */
    private Map<String, Yaml.Entry> entriesOf() {
        if (node.isPresent() && node.get() instanceof Yaml.Mapping mapping) {
            return mapping.entries();
        }
        if (asked.isEmpty()) {
            as(Yaml.Mapping.class, "a mapping");
        }
        return Map.of();
    }

    private <T extends Yaml> Optional<T> as(Class<T> wanted, String words) {
        if (present() && !wanted.isInstance(node.get())) {
            String what = "is %s where %s is needed".formatted(form().words(), words);
            report(what, "write %s".formatted(words));
        }
        return node.filter(wanted::isInstance).map(wanted::cast);
    }

    private static Form form(Yaml node) {
        return switch (node) {
            case Yaml.Scalar s -> Form.TEXT;
            case Yaml.Sequence s -> Form.LIST;
            case Yaml.Mapping m -> Form.MAPPING;
        };
    }
}
