package io.casemate.core.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a document with where it stands, for those who change a text and leave the rest as it is. Offsets count code points. */
public sealed interface YamlSpot {
    /** Where it begins. */
    int start();

    /** Behind its last character; of a collection in block style, behind that of its last value. */
    int end();

    record Text(String value, int start, int end) implements YamlSpot {}

    /**
     * A list.
     *
     * @param flow whether it is written in brackets
     * @param column where its items begin, from 0: the column of the first dash
     */
    record Items(List<YamlSpot> items, boolean flow, int column, int start, int end) implements YamlSpot {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A mapping.
     *
     * @param flow whether it is written in braces
     * @param column where its keys begin, from 0
     */
    record Keys(Map<String, Field> fields, boolean flow, int column, int start, int end) implements YamlSpot {
        public Keys {
            fields = new LinkedHashMap<>(fields);
        }

        public Optional<YamlSpot> at(String key) {
            return Optional.ofNullable(fields.get(key)).map(Field::value);
        }
    }

    /** A key with its value. */
    record Field(Text key, YamlSpot value) {}

    /** The first document of a text that reads without problems; empty where it holds nothing. */
    static Optional<YamlSpot> of(String text) {
        return YamlSpots.of(text);
    }
}
