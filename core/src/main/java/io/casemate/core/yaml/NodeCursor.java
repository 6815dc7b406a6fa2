package io.casemate.core.yaml;

import io.casemate.core.problem.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A cursor that remembers which keys it was asked for. */
final class NodeCursor implements YamlCursor {
    static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");

    private final Optional<Yaml> node;
    private final int line;
    private final Supplier<String> path;
    private final YamlProblems problems;
    private final boolean excused;
    private Set<String> asked = Set.of();

    NodeCursor(Yaml root, YamlProblems problems) {
        this(Optional.of(root), root.line(), () -> "", problems, false);
    }

    /**
     * @param path is asked for where there is a problem, which is nearly nowhere
     * @param excused whether what is around it is no mapping, which is problem enough
     */
    private NodeCursor(Optional<Yaml> node, int line, Supplier<String> path, YamlProblems problems, boolean excused) {
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
        return path.get();
    }

    @Override
    public YamlCursor at(String key) {
        Map<String, Yaml.Entry> entries = entriesOf();
        boolean broken = present() && !(node.get() instanceof Yaml.Mapping);
        ask(key);
        Optional<Yaml.Entry> entry = Optional.ofNullable(entries.get(key));
        int at = entry.map(e -> e.value().line()).orElse(line);
        return new NodeCursor(
                entry.map(Yaml.Entry::value), at, () -> Wording.key(path(), key), problems, broken || excused);
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
        for (Yaml item :
                as(Yaml.Sequence.class, "a list").map(Yaml.Sequence::items).orElse(List.of())) {
            int index = items.size();
            items.add(
                    new NodeCursor(Optional.of(item), item.line(), () -> Wording.item(path(), index), problems, false));
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
        for (String key : entriesOf().keySet()) {
            if (!asked.contains(key)) {
                unknownKey(key, "key", asked);
            }
        }
    }

    @Override
    public void unknown(String noun, Collection<String> known) {
        unknownPart(written(), noun, known);
    }

    @Override
    public void unknownPart(String word, String noun, Collection<String> known) {
        unknown(line, word, noun, known);
    }

    @Override
    public void unknownKey(String key, String noun, Collection<String> known) {
        Optional<Yaml.Entry> entry = Optional.ofNullable(entriesOf().get(key));
        unknown(entry.map(Yaml.Entry::keyLine).orElse(line), key, noun, known);
    }

    @Override
    public void invalid(String what, String remedy) {
        report("'%s' %s".formatted(Wording.shown(written()), what), remedy);
    }

    @Override
    public void report(String what, String remedy) {
        problems.add(line, path(), what, remedy);
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

    private void ask(String key) {
        if (asked.isEmpty()) { // most cursors stand on a text and are never asked
            asked = new LinkedHashSet<>();
        }
        asked.add(key);
    }

    private void unknown(int line, String word, String noun, Collection<String> known) {
        String what = "unknown %s '%s'".formatted(noun, Wording.shown(word));
        problems.add(line, path(), what, problems.full() ? "" : Spelling.remedy(word, known));
    }

    private String written() {
        return node.map(n -> n instanceof Yaml.Scalar s ? s.text() : "").orElse("");
    }

    private <T extends Yaml> Optional<T> as(Class<T> wanted, String words) {
        if (present() && !wanted.isInstance(node.get())) {
            String what = "is %s where %s is needed".formatted(form().words(), words);
            report(
                    what,
                    form() == Form.MAPPING
                            ? "write %s; a text with a colon needs quotes".formatted(words)
                            : "write " + words);
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
