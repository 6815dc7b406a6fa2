package io.casemate.scan.snippet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts from a file, judged and shown. */
public final class Snippet {
    private static final int SHOWN_MAX = 80;
    private static final int JUDGED_MAX = 1 << 20;

    private static final String SHELL = """
            \\b(?:curl|wget|base64)\\s[^|\\n]{0,200}\\|\\s*(?:sudo\\s+)?(?:(?:ba|z|da)?sh|python3?)\\b|/dev/tcp/|\\bnc\\s+-\\w*e\\b\
            |\\bbash\\s+-i\\b|\\bpowershell(?:\\.exe)?\\s+-e""";

    /** What nobody writes by chance into a description: each alternative calls, imports or pipes into an interpreter. */
    private static final Pattern CODE = Pattern.compile(SHELL + """
            |<script\\b|(?<![a-z])javascript:\\s*\\w|(?<![\\w.])(?:eval|exec|execfile)\\s*\\(\\s*[^)\\s]\
            |__import__\\s*\\(|\\bos\\.(?:system|popen|exec[lv]\\w*|spawn\\w*)\\s*\\(|\\bsubprocess\\.\\w+\\s*\\(|\\bpty\\.spawn\\s*\\(\
            |(?:^|[;\\n])[ \\t]{0,40}import\\s+(?:os|subprocess|socket|ctypes|pty)\\b|__(?:reduce|reduce_ex|globals|subclasses|builtins)__\
            |^#!\\s*/|\\brm\\s+-rf\\s+[/~]|getRuntime\\(\\)\\.exec""", Pattern.CASE_INSENSITIVE);

    private static final Pattern FETCHING = Pattern.compile(SHELL, Pattern.CASE_INSENSITIVE);

    private Snippet() {}

    /** At most {@value #SHOWN_MAX} characters of the text in quotes, see {@link #shown(String, int)}. */
    public static String quoted(String text) {
        return "'" + shown(text) + "'";
    }

    /** At most {@value #SHOWN_MAX} characters of the text, see {@link #shown(String, int)}. */
    public static String shown(String text) {
        return shown(text, SHOWN_MAX);
    }

    /** The text as it may be printed: cut where it is longer, and characters that steer a terminal in hexadecimal. */
    public static String shown(String text, int charactersMax) {
        int end = Math.min(text.length(), charactersMax);
        var shown = new StringBuilder(end);
        text.substring(0, end).codePoints().forEach(point -> {
            if (steers(point)) {
                shown.append("\\u%04x".formatted(point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return end < text.length() ? shown.append("...").toString() : shown.toString();
    }

    /** The place in a text that is code, where there is one: Python or shell that runs something, a script of a web page. */
    public static Optional<String> codeIn(String text) {
        return first(CODE, text);
    }

    /** The place in a script where it runs what it fetches or unpacks, or hands a shell to somebody else. */
    public static Optional<String> fetchingIn(String script) {
        return first(FETCHING, script);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text.length() > JUDGED_MAX ? text.substring(0, JUDGED_MAX) : text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(text.substring(matcher.start(), Math.min(text.length(), matcher.start() + SHOWN_MAX))
                .strip());
    }

    private static boolean steers(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
