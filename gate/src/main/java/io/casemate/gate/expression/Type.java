package io.casemate.gate.expression;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The type of a value that conditions may use. */
public sealed interface Type {
    Type TEXT = Plain.TEXT;
    Type WHOLE = Plain.WHOLE;
    Type DECIMAL = Plain.DECIMAL;
    Type TRUTH = Plain.TRUTH;

    /** Text, whole number (64 bits), decimal number or truth value. */
    enum Plain implements Type {
        TEXT,
        WHOLE,
        DECIMAL,
        TRUTH
    }

    /**
     * A text that is one of a few words: comparing it with another one is a mistake that would never be true.
     *
     * @param noun what the words are, for messages
     */
    record Word(String noun, List<String> words) implements Type {
        public Word {
            words = List.copyOf(words);
        }
    }

    /** A list of values of one type. */
    record ListOf(Type item) implements Type {}

    /**
     * A record with named fields; its values are maps from their names.
     *
     * @param fields in the order in which they are told
     */
    record Fields(String name, Map<String, Type> fields) implements Type {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    static Type word(String noun, Collection<String> words) {
        return new Word(noun, List.copyOf(words));
    }
}
