package io.casemate.report.markdown;

/** Markdown as text. Names from a model are escaped: they make no links, no mentions, no HTML. */
final class MarkdownText {
    private final StringBuilder out = new StringBuilder();

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '@' -> safe.append("&#64;");
                case '\\', '`', '*', '_', '[', ']', '#', '|', '~', '!' ->
                    safe.append('\\').appendCodePoint(c);
                default -> safe.appendCodePoint(c < 0x20 ? ' ' : c);
            }
        });
        return safe.toString().replace("://", ":&#47;&#47;");
    }

    /** An id in code letters. */
    static String code(String id) {
        return "`" + id.replaceAll("[`|\\s]", " ") + "`";
    }

    void heading(int level, String title) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        out.repeat('#', level).append(' ').append(escape(title)).append("\n\n");
    }

    /** Text that is Markdown already. */
    void paragraph(String markdown) {
        out.append(markdown).append('\n').append('\n');
    }

    /** Lines as they are, in a language that pages may draw. */
    void fence(String language, String lines) {
        out.append("```").append(language).append('\n').append(lines.strip()).append("\n```\n\n");
    }

    void row(String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    void item(String markdown) {
        out.append("- ").append(markdown).append('\n');
    }

    /** A place that links lead to; nothing where the id is empty. */
    void anchor(String id) {
        if (!id.isEmpty()) {
            out.append("\n<a id=\"%s\"></a>\n".formatted(id.replaceAll("[^A-Za-z0-9.:-]", "-")));
        }
    }

    /** An empty line behind a list or a table. */
    void gap() {
        out.append('\n');
    }

    void more(int rest) {
        if (rest > 0) {
            out.append("\n%d more in the full report.\n".formatted(rest));
        }
    }

    @Override
    public String toString() {
        return out.toString().replaceAll("\n{3,}", "\n\n").stripTrailing() + "\n";
    }
}
