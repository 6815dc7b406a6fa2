package io.casemate.scan.path;

import java.util.Arrays;

/** Where the name of a file leads that a file gives. Both kinds of slashes count, whatever the system: files travel. */
public final class Paths {
    private Paths() {}

    /** Whether a name begins at a root or on a drive. */
    public static boolean isAbsolute(String name) {
        String plain = plain(name);
        return plain.startsWith("/")
                || (plain.length() > 1 && plain.charAt(1) == ':' && Character.isLetter(plain.charAt(0)));
    }

    /** Whether a part of a name is "..", even where the name stays inside in the end. */
    public static boolean climbs(String name) {
        return Arrays.asList(plain(name).split("/")).contains("..");
    }

    /** Whether a name leads out of the folder of the file that gives it, to a home, or to another host; a zero cuts names short. */
    public static boolean leaves(String name) {
        return isAbsolute(name) || climbs(name) || name.startsWith("~") || name.contains("://") || name.indexOf(0) >= 0;
    }

    /** Whether a name has more ".." than folders before them. */
    public static boolean climbsOut(String name) {
        int depth = 0;
        for (String part : plain(name).split("/", -1)) {
            if (part.equals("..")) {
                depth--;
            } else if (!part.isEmpty() && !part.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String name) {
        return name.replace('\\', '/');
    }
}
