package io.casemate.scan.hdf5;

import io.casemate.scan.spi.Content;
import java.util.List;

/** Whether bytes that are kept as a value look like content of a kind of their own: a cheap look at their head. */
final class Insides {
    private static final List<String> MAGIC = List.of(
            "PK\003\004",
            "\u007fELF",
            "MZ",
            "GGUF",
            "\u001f\u008b\b",
            "BZh",
            "\u00fd7zXZ\0",
            "7z\u00bc\u00af",
            "\u0093NUMPY",
            "\u0089HDF",
            "#!/",
            "\u00cf\u00fa\u00ed\u00fe",
            "\u00ca\u00fe\u00ba\u00be",
            "(\u00b5/\u00fd",
            "Rar!");
    private static final int HEADLESS_MIN = 5;
    private static final int TEXT_LOOKED_AT = 64;

    private Insides() {}

    /** Whether it begins as a pickle, an archive, a program, JSON or YAML with tags does. */
    static boolean recognised(Content value) {
        return pickled(value) || json(value) || MAGIC.stream().anyMatch(magic -> value.has(0, magic));
    }

    /** Whether it begins as a pickle does; protocols 0 and 1 have no magic number, so these have to end in STOP too. */
    static boolean pickled(Content value) {
        if (value.size() < 3) {
            return false;
        }
        if (value.u8(0) == 0x80) {
            return value.u8(1) >= 1 && value.u8(1) <= 5 && opcode(value.u8(2));
        }
        return value.u8(value.size() - 1) == '.' && (textual(value) || headless(value));
    }

    /** Opcodes of later protocols without the one that names the protocol, which no loader misses: it begins with a value. */
    private static boolean headless(Content value) {
        int first = value.u8(0);
        return first >= 0x88 && first <= 0x96 && value.size() > HEADLESS_MIN && opcode(value.u8(value.size() - 2));
    }

    /** First opcodes of protocols 0 and 1 that begin something: GLOBAL, INST, marks, containers, strings. */
    private static boolean textual(Content value) {
        int second = value.u8(1);
        return switch (value.u8(0)) {
            case 'c', 'V', 'F', 'I', 'L', 'P' -> hasLine(value);
            case 'S' -> second == '\'' || second == '"';
            case '(' -> "dltpciISVFLN(UXKMJ".indexOf(second) >= 0;
            case ']', '}', ')', 'U', 'X', 'K', 'M', 'J', 'G', 'N' ->
                value.size() < 4 || opcode(value.u8(value.size() - 2));
            default -> false;
        };
    }

    private static boolean opcode(int b) {
        return (b >= 0x80 && b <= 0x98) || b == '\n' || "(.012FIJKLMNPQRSTUVXabcdeghijlopqrstu})]GBC".indexOf(b) >= 0;
    }

    private static boolean hasLine(Content value) {
        for (int i = 0; i < TEXT_LOOKED_AT && i < value.size(); i++) {
            if (value.u8(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** An object, or an array of something: what Keras and others keep in attributes. */
    private static boolean json(Content value) {
        int first = value.size() < 2 ? 0 : value.u8(0);
        if (first != '{' && first != '[') {
            return false;
        }
        for (int i = 1; i < TEXT_LOOKED_AT && i < value.size(); i++) {
            int b = value.u8(i);
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '"' || b == (first == '{' ? '}' : '{');
            }
        }
        return false;
    }
}
