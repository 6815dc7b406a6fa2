package io.casemate.scan.call;

import java.util.function.Predicate;

/** Parts of dotted names. */
final class Names {
    private Names() {}

    /** The part before the first dot: "numpy" of "numpy.core.multiarray". */
    static String top(String dotted) {
        int dot = dotted.indexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }

    /** The part after the last dot: "multiarray" of "numpy.core.multiarray". */
    static String last(String dotted) {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    /** Whether the name or something it is in is accepted, longest first: "a.b.c", "a.b", "a". */
    static boolean withPrefixes(String dotted, Predicate<String> accepts) {
        for (int end = dotted.length(); end > 0; end = dotted.lastIndexOf('.', end - 1)) {
            if (accepts.test(dotted.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name is that of a class by the custom of Python: "Model", "_Model". */
    static boolean ofClass(String name) {
        int start = 0;
        while (start < name.length() && name.charAt(start) == '_') {
            start++;
        }
        return start < name.length() && Character.isUpperCase(name.charAt(start));
    }
}
