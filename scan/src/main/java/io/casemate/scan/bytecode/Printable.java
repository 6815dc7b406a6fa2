package io.casemate.scan.bytecode;

/** Text of a hostile file as it may be shown: short, without control characters. */
public final class Printable {
    private static final int LENGTH_MAX = 80;

    private Printable() {}

    /** The text, cut after 80 characters, with {@code ?} for what is no printable character. */
    public static String of(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LENGTH_MAX).forEach(c -> shown.appendCodePoint(isPlain(c) ? c : '?'));
        return text.length() > LENGTH_MAX ? shown + "..." : shown.toString();
    }

    private static boolean isPlain(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
