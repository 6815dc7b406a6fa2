package io.casemate.core.yaml.edit;

import io.casemate.core.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values as YAML, quoted where they must be. */
public final class YamlWriter {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_./(+€$][^\\n\\t:#,\\[\\]{}\"'&*!|>%`\\\\]*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.][0-9.eE+_-]*");
    private static final Set<String> WORDS = Set.of("null", "~", "");

    private YamlWriter() {}

    /** On one line: {@code {id: guard, facts: {logged: yes}}}. */
    public static String flow(Yaml value) {
        return switch (value) {
            case Yaml.Scalar s -> scalar(s);
            case Yaml.Sequence s ->
                s.items().stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
            case Yaml.Mapping m ->
                m.entries().entrySet().stream()
                        .map(e -> "%s: %s"
                                .formatted(text(e.getKey()), flow(e.getValue().value())))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /**
     * On several lines, a line for each entry; lists of texts and what is empty on one. Without a newline at its end.
     *
     * @param column where the first line begins; the others begin there too
     */
    public static String block(Yaml value, int column) {
        String indent = " ".repeat(column);
        List<String> lines = new ArrayList<>();
        switch (value) {
            case Yaml.Mapping m
            when !m.entries().isEmpty() ->
                m.entries().forEach((key, entry) -> lines.add(text(key) + ":" + under(entry.value(), column)));
            case Yaml.Sequence s
            when !inline(s) -> s.items().forEach(item -> lines.add("- " + block(item, column + 2)));
            default -> lines.add(flow(value));
        }
        return String.join("\n" + indent, lines);
    }

    private static String under(Yaml value, int column) {
        boolean nested = (value instanceof Yaml.Mapping m && !m.entries().isEmpty())
                || (value instanceof Yaml.Sequence s && !inline(s));
        int inner = column + 2;
        return nested ? "\n%s%s".formatted(" ".repeat(inner), block(value, inner)) : " " + flow(value);
    }

    private static boolean inline(Yaml.Sequence sequence) {
        return sequence.items().stream().allMatch(Yaml.Scalar.class::isInstance);
    }

    private static String scalar(Yaml.Scalar scalar) {
        if (scalar.plain() && scalar.text().isEmpty()) {
            return "null";
        }
        boolean asItIs = scalar.plain()
                && (WORDS.contains(scalar.text())
                        || NUMBER.matcher(scalar.text()).matches());
        return asItIs ? scalar.text() : text(scalar.text());
    }

    private static String text(String text) {
        boolean plain =
                SAFE.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT)) && !text.endsWith(" ");
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                case 0x85 -> quoted.append("\\N");
                case 0xA0 -> quoted.append("\\_");
                default -> quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
