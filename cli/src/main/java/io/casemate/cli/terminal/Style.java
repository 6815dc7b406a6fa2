package io.casemate.cli.terminal;

/** How words are set off on a terminal (ECMA-48 select graphic rendition), or not at all. */
public enum Style {
    PLAIN,
    COLOURED;

    public String bold(String text) {
        return set("1", text);
    }

    public String faint(String text) {
        return set("2", text);
    }

    public String red(String text) {
        return set("1;31", text);
    }

    public String yellow(String text) {
        return set("33", text);
    }

    public String green(String text) {
        return set("32", text);
    }

    private String set(String rendition, String text) {
        return switch (this) {
            case PLAIN -> text;
            case COLOURED -> text.isEmpty() ? text : "\u001b[%sm%s\u001b[0m".formatted(rendition, text);
        };
    }
}
