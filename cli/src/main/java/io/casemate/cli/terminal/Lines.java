package io.casemate.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Texts broken into lines no wider than a terminal. */
public final class Lines {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Lines() {}

    /**
     * A paragraph broken at blanks; a word longer than a line stays whole, so that ids and paths can be copied.
     *
     * @param columns width of a line, indent included
     * @param first what the first line starts with
     * @param next what every further line starts with
     */
    public static String wrap(String text, int columns, String first, String next) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder(first);
        boolean empty = true;
        for (String word : BLANKS.split(text.strip(), -1)) {
            if (!empty && visible(line) + 1 + visible(word) > columns) {
                lines.add(line.toString());
                line = new StringBuilder(next);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString().stripTrailing());
        return String.join("\n", lines);
    }

    /** A paragraph whose every line has the same indent. */
    public static String wrap(String text, int columns, String indent) {
        return wrap(text, columns, indent, indent);
    }

    /** The text and blanks behind it up to the given width. */
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - visible(text)));
    }

    /** How many columns a text takes: code points, without the codes of {@link Style}. */
    static int visible(CharSequence text) {
        String bare = text.toString().replaceAll("\u001b\\[[0-9;]*m", "");
        return bare.codePointCount(0, bare.length());
    }
}
