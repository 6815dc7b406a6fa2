package io.casemate.scan.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a function does beyond its own program. The names are the heads of {@code calls.txt}. */
enum Kind {
    COMMAND("runs a command"),
    CODE("runs code"),
    SCRIPT("runs another file"),
    BYTECODE("makes code from data"),
    NATIVE("loads native code"),
    INJECTION("writes native code to memory"),
    SEND("opens a connection and sends"),
    FETCH("fetches from the network"),
    LISTEN("waits for connections"),
    DELETE("deletes files"),
    LOAD("loads data that can run code"),
    FILE("reads or writes files"),
    LATER("has a function run later");

    private static final Map<String, Kind> NAMES = load();

    final String words;

    Kind(String words) {
        this.words = words;
    }

    /** What a function of that qualified name does, where it is known to do something. */
    static Optional<Kind> of(String qualified) {
        Kind kind = NAMES.get(qualified);
        for (int end = qualified.lastIndexOf('.'); kind == null && end > 0; end = qualified.lastIndexOf('.', end - 1)) {
            kind = NAMES.get(qualified.substring(0, end) + ".*");
        }
        return Optional.ofNullable(kind);
    }

    /** What a function does, or what made the object whose method it is: {@code requests.Session.get}. */
    static Optional<Kind> around(String qualified) {
        for (int end = qualified.length(); end > 0; end = qualified.lastIndexOf('.', end - 1)) {
            Optional<Kind> kind = of(qualified.substring(0, end));
            if (kind.isPresent()) {
                return kind;
            }
        }
        return Optional.empty();
    }

    private static Map<String, Kind> load() {
        var names = new HashMap<String, Kind>();
        for (String line : lines()) {
            int colon = line.indexOf(':');
            if (!line.startsWith("#") && colon > 0) {
                Kind kind = valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
                for (String name : line.substring(colon + 2).split(" ", -1)) {
                    names.put(name, kind);
                }
            }
        }
        return Map.copyOf(names);
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Kind.class.getResourceAsStream("calls.txt"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read calls.txt of this program", e);
        }
    }
}
