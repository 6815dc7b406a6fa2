package io.casemate.core.yaml;

/** How pieces of a file are shown in messages: short, and without characters that would break a line or a terminal. */
final class Wording {
    private static final int LENGTH_MAX = 60;

    private Wording() {}

    /** The text, shortened, with control characters as question marks. */
    static String shown(String text) {
        if (text.length() <= LENGTH_MAX && ascii(text)) {
            return text; // nearly always, and asked for every place that is read
        }
        String head = text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + "...";
        var shown = new StringBuilder();
        head.codePoints().forEach(c -> shown.appendCodePoint(visible(c) ? c : '?'));
        return shown.toString();
    }

    /** The path of a key in a mapping. */
    static String key(String path, String key) {
        String shown = shown(key);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /** The path of an item in a list. */
    static String item(String path, int index) {
        return path + "[" + index + "]";
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x20 || text.charAt(i) > 0x7E) {
                return false;
            }
        }
        return true;
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
