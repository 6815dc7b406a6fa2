package io.casemate.scan.template;

/** Text of a hostile template as it may be shown. */
final class Shown {
    private static final int LENGTH_MAX = 60;

    private Shown() {}

    static String of(String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .limit(LENGTH_MAX)
                .forEach(c -> shown.appendCodePoint((c >= ' ' && c < 0x7f) || Character.isLetterOrDigit(c) ? c : '?'));
        return shown.toString();
    }
}
