package io.casemate.core.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node of a YAML document. Lines count from 1. */
public sealed interface Yaml {
    int line();

    /**
     * A text. Numbers and truth values are texts too: the reader who expects one converts it.
     *
     * @param plain whether it was written without quotes and not as a block
     */
    record Scalar(String text, boolean plain, int line) implements Yaml {
        /** Whether nothing, {@code ~} or {@code null} was written. */
        boolean empty() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /** A list. */
    record Sequence(List<Yaml> items, int line) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * Values by key.
     *
     * @param entries in the order of the file
     */
    record Mapping(Map<String, Entry> entries, int line) implements Yaml {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /**
     * A value in a mapping.
     *
     * @param keyLine the line of its key
     */
    record Entry(int keyLine, Yaml value) {}
}
