package io.casemate.scan.bytecode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Opcode numbers of one version of CPython: names by number, and how many inline cache entries stand behind each. */
final class Opcodes {
    private static final Map<PythonVersion, Opcodes> ALL = load();

    private final String[] names = new String[256];
    private final int[] caches = new int[256];

    private Opcodes() {
        Arrays.fill(names, "");
    }

    static Opcodes of(PythonVersion version) {
        return Objects.requireNonNull(ALL.get(version));
    }

    /** The name of an opcode; "" where the version has none of that number. */
    String name(int opcode) {
        return names[opcode];
    }

    /** Two-byte entries behind an instruction that are no instructions. */
    int caches(int opcode) {
        return caches[opcode];
    }

    /** The number of an opcode, or -1. */
    int number(String name) {
        return Arrays.asList(names).indexOf(name);
    }

    private static Map<PythonVersion, Opcodes> load() {
        var all = new EnumMap<PythonVersion, Opcodes>(PythonVersion.class);
        for (PythonVersion version : PythonVersion.values()) {
            all.put(version, new Opcodes());
        }
        for (String line : lines()) {
            if (!line.startsWith("#")) {
                String[] columns = line.split(" ", -1);
                for (var entry : all.entrySet()) {
                    entry.getValue().add(columns[0], columns[entry.getKey().column]);
                }
            }
        }
        return all;
    }

    private void add(String name, String column) {
        if (column.equals("-")) {
            return;
        }
        int slash = column.indexOf('/');
        int number = Integer.parseInt(slash < 0 ? column : column.substring(0, slash));
        names[number] = name;
        caches[number] = slash < 0 ? 0 : Integer.parseInt(column.substring(slash + 1));
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Opcodes.class.getResourceAsStream("opcodes.txt"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read opcodes.txt of this program", e);
        }
    }
}
