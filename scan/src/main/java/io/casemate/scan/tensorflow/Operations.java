package io.casemate.scan.tensorflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What TensorFlow's operations do, by name; the list is {@code operations.txt} beside this class. */
public final class Operations {
    /** What running an operation does. */
    public enum Effect {
        /** Reads or writes a file that an input names. */
        FILES,
        /** Calls Python. */
        PYTHON,
        /** Reads a data set, writes summaries, asks a server. */
        SOURCE,
        /** Known, but of a library beside TensorFlow. */
        LIBRARY,
        /** Computes, and nothing else. */
        COMPUTING,
        /** On no list. */
        UNKNOWN
    }

    private static final List<String> LIBRARY_PREFIXES =
            List.of("TFText>", "Addons>", "SimpleML", "Sentencepiece", "Tfq");

    private Operations() {}

    /** What an operation of that name does. */
    public static Effect effect(String name) {
        Effect effect = Loaded.EFFECTS.get(name);
        if (effect != null) {
            return effect;
        }
        return LIBRARY_PREFIXES.stream().anyMatch(name::startsWith) ? Effect.LIBRARY : Effect.UNKNOWN;
    }

    /** The list, read when it is first asked for. */
    private static final class Loaded {
        static final Map<String, Effect> EFFECTS = load();

        private static Map<String, Effect> load() {
            Map<String, Effect> effects = new HashMap<>();
            Effect current = Effect.UNKNOWN;
            for (String line : text().lines().filter(l -> !l.startsWith("#")).toList()) {
                if (line.endsWith(":")) {
                    current =
                            Effect.valueOf(line.substring(0, line.length() - 1).toUpperCase(Locale.ROOT));
                } else {
                    for (String name : line.split(" ", -1)) {
                        effects.put(name, current);
                    }
                }
            }
            return Map.copyOf(effects);
        }

        private static String text() {
            try (InputStream in = Objects.requireNonNull(
                    Operations.class.getResourceAsStream("operations.txt"), "operations.txt is missing")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read operations.txt", e);
            }
        }
    }
}
