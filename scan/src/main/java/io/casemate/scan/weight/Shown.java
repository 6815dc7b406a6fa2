package io.casemate.scan.weight;

/** Names that come from hostile files, as they may be shown. */
final class Shown {
    private static final int MAX = 80;

    private Shown() {}

    /** The name, short, with every control and format character replaced. */
    static String name(String name) {
        var shown = new StringBuilder();
        name.codePoints().limit(MAX).forEach(c -> {
            boolean plain = !Character.isISOControl(c)
                    && Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.SURROGATE
                    && Character.getType(c) != Character.LINE_SEPARATOR
                    && Character.getType(c) != Character.PARAGRAPH_SEPARATOR;
            shown.appendCodePoint(plain ? c : '?');
        });
        return name.length() > MAX ? shown.append('…').toString() : shown.toString();
    }
}
