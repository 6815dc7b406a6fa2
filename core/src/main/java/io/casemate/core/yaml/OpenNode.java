package io.casemate.core.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sequence or mapping whose end has not been read. */
sealed interface OpenNode {
    /** The path of what is read next. */
    String path(String around);

    Yaml close();

    /** An open sequence. */
    record OpenSequence(List<Yaml> items, int line) implements OpenNode {
        OpenSequence(int line) {
            this(new ArrayList<>(), line);
        }

        @Override
        public String path(String around) {
            return Wording.item(around, items.size());
        }

        @Override
        public Yaml close() {
            return new Yaml.Sequence(items, line);
        }
    }

    /** An open mapping, waiting for a key or for the value of one. */
    final class OpenMapping implements OpenNode {
        private final Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        private final int line;
        private Optional<Yaml.Scalar> key = Optional.empty();

        OpenMapping(int line) {
            this.line = line;
        }

        boolean wantsKey() {
            return key.isEmpty();
        }

        void key(Yaml.Scalar scalar) {
            key = Optional.of(scalar);
        }

        /** Takes the value of the key read last; of two values of one key the first stays. */
        void value(Yaml value) {
            Yaml.Scalar name = key.orElseThrow();
            entries.putIfAbsent(name.text(), new Yaml.Entry(name.line(), value));
            key = Optional.empty();
        }

        /** The line where a key was read before, 0 if it was not. */
        int lineOf(String name) {
            Optional<Yaml.Entry> entry = Optional.ofNullable(entries.get(name));
            return entry.map(Yaml.Entry::keyLine).orElse(0);
        }

        @Override
        public String path(String around) {
            return key.map(k -> Wording.key(around, k.text())).orElse(around);
        }

        @Override
        public Yaml close() {
            return new Yaml.Mapping(entries, line);
        }
    }
}
