package io.casemate.report.wording;

/** Texts as XML 1.0 holds them. */
public final class Xml {
    private Xml() {}

    /** The text for an attribute or between tags; characters that XML 1.0 cannot hold become U+FFFD. */
    public static String escaped(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\n', '\t' -> safe.append((char) c);
                default -> safe.appendCodePoint(isXml(c) ? c : 0xfffd);
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
    }
}
