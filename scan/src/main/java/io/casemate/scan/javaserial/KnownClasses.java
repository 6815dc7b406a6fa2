package io.casemate.scan.javaserial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What making objects of a class does, by its name; the list is {@code classes.txt} beside this class. */
final class KnownClasses {
    /** What is known of a class. */
    enum Standing {
        /** Holds data, and does nothing when it is read. */
        DATA,
        /** Runs code of the stream's choice, or is a step on the way there. */
        GADGET,
        /** Asks another host. */
        REMOTE,
        /** On no list. */
        UNKNOWN
    }

    private KnownClasses() {}

    /** Looks for the name, then for the packages around it, the innermost first. */
    static Standing standing(String name) {
        Standing standing = Loaded.CLASSES.get(name);
        for (int cut = cut(name, name.length()); standing == null && cut > 0; cut = cut(name, cut)) {
            standing = Loaded.CLASSES.get(name.substring(0, cut) + ".*");
        }
        return standing == null ? Standing.UNKNOWN : standing;
    }

    /** Where the last part of a name begins: at a dot, or at the dollar sign of a class in a class. */
    private static int cut(String name, int before) {
        return Math.max(name.lastIndexOf('.', before - 1), name.lastIndexOf('$', before - 1));
    }

    /** The list, read when it is first asked for. */
    private static final class Loaded {
        static final Map<String, Standing> CLASSES = load();

        private static Map<String, Standing> load() {
            Map<String, Standing> classes = new HashMap<>();
            Standing current = Standing.UNKNOWN;
            for (String line : text().lines().filter(l -> !l.startsWith("#")).toList()) {
                if (line.endsWith(":")) {
                    current = Standing.valueOf(
                            line.substring(0, line.length() - 1).toUpperCase(Locale.ROOT));
                } else {
                    classes.put(line, current);
                }
            }
            return Map.copyOf(classes);
        }

        private static String text() {
            try (InputStream in = Objects.requireNonNull(
                    KnownClasses.class.getResourceAsStream("classes.txt"), "classes.txt is missing")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read classes.txt", e);
            }
        }
    }
}
