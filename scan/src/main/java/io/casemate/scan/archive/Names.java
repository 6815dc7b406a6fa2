package io.casemate.scan.archive;

import io.casemate.scan.path.Paths;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the name of a member would do to who unpacks it. */
public final class Names {
    private static final int SHOWN_MAX = 80;

    private Names() {}

    /** How a name behaves. */
    enum Manner {
        PLAIN,
        /** It leaves the folder: an absolute path, a drive, or more ".." than folders. */
        LEAVES,
        /** It holds what no file name needs: control or direction characters, ".." inside. */
        ODD
    }

    static Manner manner(String name) {
        if (Paths.isAbsolute(name) || Paths.climbsOut(name)) {
            return Manner.LEAVES;
        }
        return Paths.climbs(name) || name.codePoints().anyMatch(Names::invisible) ? Manner.ODD : Manner.PLAIN;
    }

    /** Whether a link at this name leaves the folder by its target. */
    static boolean linkLeaves(String name, String target) {
        int cut = name.replace('\\', '/').lastIndexOf('/');
        return Paths.isAbsolute(target) || Paths.climbsOut(name.substring(0, cut + 1) + target);
    }

    private static boolean invisible(int point) {
        return Character.isISOControl(point)
                || (point >= 0x202a && point <= 0x202e)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x200e
                || point == 0x200f
                || point == 0x061c;
    }

    /** A name for a message: short, and without characters that a terminal obeys. */
    public static String shown(String name) {
        var text = new StringBuilder("'");
        OptionalInt end = name.codePoints()
                .limit(SHOWN_MAX)
                .map(point -> append(text, point))
                .reduce((a, b) -> a + b);
        if (end.orElse(0) < name.length()) {
            text.append("...");
        }
        return text.append('\'').toString();
    }

    /** Words of somebody else for a message: without characters that a terminal obeys. */
    static String plain(@Nullable String words) {
        String quoted = shown(words == null ? "" : words);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static int append(StringBuilder text, int point) {
        if (invisible(point) || point == 0xfffd || Character.getType(point) == Character.FORMAT) {
            text.append("\\u%04x".formatted(point));
        } else {
            text.appendCodePoint(point);
        }
        return Character.charCount(point);
    }
}
