package io.casemate.scan.archive.member;

import io.casemate.scan.path.Paths;

/** What the name of a member would do to who unpacks it. */
public final class Names {
    private Names() {}

    /** How a name behaves. */
    public enum Manner {
        /** Inside the folder. */
        PLAIN,
        /** It leaves the folder: an absolute path, a drive, or more ".." than folders. */
        LEAVES,
        /** It holds what no file name needs: control or direction characters, ".." inside. */
        ODD
    }

    /** How this name behaves. */
    public static Manner manner(String name) {
        if (Paths.isAbsolute(name) || Paths.climbsOut(name)) {
            return Manner.LEAVES;
        }
        return Paths.climbs(name) || name.codePoints().anyMatch(Names::invisible) ? Manner.ODD : Manner.PLAIN;
    }

    /** Whether a link at this name leaves the folder by its target. */
    public static boolean linkLeaves(String name, String target) {
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
}
