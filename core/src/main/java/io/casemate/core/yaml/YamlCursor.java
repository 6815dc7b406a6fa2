package io.casemate.core.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * A place in a document, there or not, from which values are asked. Absent is absent; of the wrong form is a problem and
 * then absent: so a reader goes on and all problems are found at once.
 */
public final class YamlCursor {
    private final Optional<Yaml> node;
    private final int line;
    private final String path;
    private final YamlProblems problems;
    private final boolean excused;
    private final Set<String> asked = new LinkedHashSet<>();

    YamlCursor(Yaml root, YamlProblems problems) {
        this(Optional.of(root), root.line(), "", problems, false);
    }

    /** @param excused whether what is around it is no mapping, which is problem enough */
    private YamlCursor(Optional<Yaml> node, int line, String path, YamlProblems problems, boolean excused) {
        this.node = node.filter(n -> !(n instanceof Yaml.Scalar s && s.empty()));
        this.line = line;
        this.path = path;
        this.problems = problems;
        this.excused = excused;
    }

    /** Whether something stands here; an empty value is nothing. */
    public boolean present() {
        return node.isPresent();
    }

    public int line() {
        return line;
    }

    /** Such as {@code flows[3].to}, empty at the top. */
    public String path() {
        return path;
    }

    /** The node itself, for a reader whose form depends on it. */
    public Optional<Yaml> node() {
        return node;
    }

    /** The value of a key. Asking makes the key a known one. */
    public YamlCursor at(String key) {
        boolean broken = present() && !(node.get() instanceof Yaml.Mapping);
        if (broken && asked.isEmpty()) {
            as(Yaml.Mapping.class, "a mapping");
        }
        asked.add(key);
        Optional<Yaml.Entry> entry = Optional.ofNullable(entriesOf().get(key));
        return new YamlCursor(
                entry.map(Yaml.Entry::value),
                entry.map(e -> e.value().line()).orElse(line),
                Wording.key(path, key),
                problems,
                broken || excused);
    }

    /** Reports a problem where nothing stands here. */
    public YamlCursor required(String remedy) {
        if (!present() && !excused) {
            report("is missing", remedy);
        }
        return this;
    }

    /** The text here; a number or truth value is text as well. */
    public Optional<String> text() {
        return as(Yaml.Scalar.class, "a text").map(Yaml.Scalar::text);
    }

    public String text(String fallback) {
        return text().orElse(fallback);
    }

    /** The items of the list here; none where it is absent. */
    public List<YamlCursor> items() {
        List<YamlCursor> items = new ArrayList<>();
        for (Yaml item :
                as(Yaml.Sequence.class, "a list").map(Yaml.Sequence::items).orElse(List.of())) {
            String at = Wording.item(path, items.size());
            items.add(new YamlCursor(Optional.of(item), item.line(), at, problems, false));
        }
        return items;
    }

    /** The texts of the list here; an item that is no text is a problem. */
    public List<String> texts() {
        return items().stream()
                .map(item -> item.required("write a text or remove the item"))
                .flatMap(item -> item.text().stream())
                .toList();
    }

    /** The values of the mapping here by key, all of which are known; none where it is absent. */
    public Map<String, YamlCursor> entries() {
        Map<String, YamlCursor> entries = new LinkedHashMap<>();
        if (asked.isEmpty()) {
            as(Yaml.Mapping.class, "a mapping");
        }
        entriesOf().keySet().forEach(key -> entries.put(key, at(key)));
        return entries;
    }

    /** The constant named here, by its id. */
    public <E> Optional<E> oneOf(E[] constants, Function<? super E, String> id) {
        Map<String, E> byId = new LinkedHashMap<>();
        for (E constant : constants) {
            byId.put(id.apply(constant), constant);
        }
        Optional<String> text = text();
        if (text.isPresent() && !byId.containsKey(text.get())) {
            unknown("value", byId.keySet());
        }
        return text.flatMap(t -> Optional.ofNullable(byId.get(t)));
    }

    /** The truth value here: yes or no, true or false; {@code unknown} is absent. */
    public Optional<Boolean> truth() {
        Optional<String> text = text();
        return switch (text.orElse("unknown")) {
            case "yes", "true" -> Optional.of(true);
            case "no", "false" -> Optional.of(false);
            case "unknown" -> Optional.empty();
            default -> {
                report("is '%s'".formatted(Wording.shown(text.get())), "write yes, no or unknown");
                yield Optional.empty();
            }
        };
    }

    /** The whole number here. */
    public OptionalInt whole(int min, int max) {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (text.get().matches("-?[0-9]{1,9}")) {
            int value = Integer.parseInt(text.get());
            if (value >= min && value <= max) {
                return OptionalInt.of(value);
            }
        }
        report(
                "is '%s'".formatted(Wording.shown(text.get())),
                "write a whole number from %d to %d".formatted(min, max));
        return OptionalInt.empty();
    }

    /** The decimal number here, finite. */
    public OptionalDouble number() {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (text.get().length() <= 40
                && text.get().matches("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?")) {
            double value = Double.parseDouble(text.get());
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        }
        report("is '%s'".formatted(Wording.shown(text.get())), "write a number such as 1500 or 0.15");
        return OptionalDouble.empty();
    }

    /** Reports every key of the mapping here that nobody asked for. Call it last. */
    public void noOtherKeys() {
        entriesOf().forEach((key, entry) -> {
            if (!asked.contains(key) && !problems.full()) {
                String what = "unknown key '%s'".formatted(Wording.shown(key));
                problems.add(entry.keyLine(), path, what, Spelling.remedy(key, asked));
            }
        });
    }

    /** Reports that the text here is none of the known ones: "unknown element 'feature-stor'; did you mean ...?". */
    public void unknown(String noun, Collection<String> known) {
        String text = node.map(n -> n instanceof Yaml.Scalar s ? s.text() : "").orElse("");
        report(
                "unknown %s '%s'".formatted(noun, Wording.shown(text)),
                problems.full() ? "" : Spelling.remedy(text, known));
    }

    /** Reports a problem at this place. */
    public void report(String what, String remedy) {
        problems.add(line, path, what, remedy);
    }

    private Map<String, Yaml.Entry> entriesOf() {
        return node.map(n -> n instanceof Yaml.Mapping m ? m.entries() : null).orElse(Map.of());
    }

    private <T extends Yaml> Optional<T> as(Class<T> form, String wanted) {
        if (present() && !form.isInstance(node.get())) {
            report("is %s where %s is needed".formatted(form(node.get()), wanted), "write %s".formatted(wanted));
        }
        return node.filter(form::isInstance).map(form::cast);
    }

    private static String form(Yaml node) {
        return switch (node) {
            case Yaml.Scalar s -> "a text";
            case Yaml.Sequence s -> "a list";
            case Yaml.Mapping m -> "a mapping";
        };
    }
}
