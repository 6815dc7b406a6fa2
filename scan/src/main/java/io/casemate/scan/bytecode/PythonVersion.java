package io.casemate.scan.bytecode;

import java.util.Arrays;
import java.util.List;

/** A version of CPython whose bytecode can be read. Bytecode does not change within one minor version. */
enum PythonVersion {
    V3_6(1, 3360),
    V3_7(2, 3390),
    V3_8(3, 3400),
    V3_9(4, 3420),
    V3_10(5, 3430),
    V3_11(6, 3450),
    V3_12(7, 3500),
    V3_13(8, 3550),
    V3_14(9, 3600);

    /** Its column in the table of opcodes, 1 for the first. */
    final int column;

    /** The first magic number of its compiled modules. */
    final int firstMagic;

    PythonVersion(int column, int firstMagic) {
        this.column = column;
        this.firstMagic = firstMagic;
    }

    /** How the fields of a marshalled code object follow each other. */
    enum Layout {
        /** Up to 3.7: five numbers, then variables, free variables and cells apart. */
        WITHOUT_POSITIONAL_ONLY(5),
        /** 3.8 to 3.10: six numbers, the second is that of positional-only arguments. */
        WITH_POSITIONAL_ONLY(6),
        /** From 3.11: five numbers, all variables in one list with their kinds, a qualified name, an exception table. */
        ONE_LIST_OF_VARIABLES(5);

        final int numbers;

        Layout(int numbers) {
            this.numbers = numbers;
        }

        List<PythonVersion> versions() {
            return Arrays.stream(PythonVersion.values())
                    .filter(v -> v.layout() == this)
                    .toList();
        }
    }

    boolean atLeast(PythonVersion other) {
        return compareTo(other) >= 0;
    }

    Layout layout() {
        if (atLeast(V3_11)) {
            return Layout.ONE_LIST_OF_VARIABLES;
        }
        return atLeast(V3_8) ? Layout.WITH_POSITIONAL_ONLY : Layout.WITHOUT_POSITIONAL_ONLY;
    }

    /** As people write it: "3.11". */
    public String label() {
        return name().substring(1).replace('_', '.');
    }

    /** Layouts, newest first: a code object mostly fits one only. */
    static List<Layout> layouts() {
        return List.of(Layout.ONE_LIST_OF_VARIABLES, Layout.WITH_POSITIONAL_ONLY, Layout.WITHOUT_POSITIONAL_ONLY);
    }
}
