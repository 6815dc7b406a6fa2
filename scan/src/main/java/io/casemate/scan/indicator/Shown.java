package io.casemate.scan.indicator;

/** Hostile text as it may be shown. */
final class Shown {
    private static final int MAX = 100;

    private Shown() {}

    /** At most 100 characters, whatever is not printable ASCII replaced. */
    static String text(String text) {
        var shown = new StringBuilder();
        for (int i = 0; i < Math.min(MAX, text.length()); i++) {
            char c = text.charAt(i);
            shown.append(c >= ' ' && c < 0x7f && c != '\'' ? c : '?');
        }
        return text.length() > MAX ? shown.append('…').toString() : shown.toString();
    }
}
