package io.casemate.core.yaml.edit;

import io.casemate.core.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value in a YAML text and where it stands: characters from {@code start} up to {@code end}, comments behind it not counted. */
public sealed interface SourceNode {
    int start();

    int end();

    /** What is written there, without its place. Equal values mean the same, however they are written. */
    Yaml value();

    /** A text. */
    record Scalar(String text, boolean plain, int start, int end) implements SourceNode {
        @Override
        public Yaml value() {
            return new Yaml.Scalar(text, plain, 0);
        }
    }

    /**
     * A list.
     *
     * @param flow whether it is written in brackets
     */
    record Sequence(List<SourceNode> items, boolean flow, int start, int end) implements SourceNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Yaml value() {
            return new Yaml.Sequence(items.stream().map(SourceNode::value).toList(), 0);
        }
    }

    /**
     * Values by key.
     *
     * @param flow whether it is written in braces
     */
    record Mapping(List<Entry> entries, boolean flow, int start, int end) implements SourceNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value of a key. */
        public Optional<SourceNode> get(String key) {
            return entries.stream()
                    .filter(e -> e.key().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }

        @Override
        public Yaml value() {
            Map<String, Yaml.Entry> values = new LinkedHashMap<>();
            entries.forEach(e -> values.put(e.key(), new Yaml.Entry(0, e.value().value())));
            return new Yaml.Mapping(values, 0);
        }
    }

    /**
     * A value under a key.
     *
     * @param start where the key begins
     */
    record Entry(String key, int start, SourceNode value) {}

    /** Texts, numbers and the like inside it, itself included. */
    default List<Scalar> scalars() {
        List<Scalar> scalars = new ArrayList<>();
        switch (this) {
            case Scalar s -> scalars.add(s);
            case Sequence s -> s.items().forEach(i -> scalars.addAll(i.scalars()));
            case Mapping m -> m.entries().forEach(e -> scalars.addAll(e.value().scalars()));
        }
        return scalars;
    }
}
