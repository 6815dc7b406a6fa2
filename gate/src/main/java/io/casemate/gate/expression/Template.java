package io.casemate.gate.expression;

import io.casemate.core.policy.Written;
import io.casemate.core.yaml.YamlProblems;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with expressions in braces: {@code {risk.id} has score {risk.score} of 9}. */
public final class Template {
    private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)}");
    private static final int LISTED_MAX = 6;

    /** A piece of the sentence: words, or a hole with what fills it. */
    private sealed interface Piece {
        record Words(String text) implements Piece {}

        record Hole(Expression expression) implements Piece {}
    }

    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** Reads a sentence; expressions that are wrong go to the problems. */
    public static Template of(Written written, Language language, YamlProblems problems) {
        List<Piece> pieces = new ArrayList<>();
        Matcher hole = HOLE.matcher(written.text());
        int from = 0;
        while (hole.find()) {
            pieces.add(new Piece.Words(written.text().substring(from, hole.start())));
            language.expression(written, hole.group(1), problems).ifPresent(e -> pieces.add(new Piece.Hole(e)));
            from = hole.end();
        }
        pieces.add(new Piece.Words(written.text().substring(from)));
        return new Template(pieces);
    }

    /** The sentence for these variables. */
    public String fill(Map<String, Object> variables) {
        var text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Words words -> text.append(words.text());
                case Piece.Hole filled -> text.append(words(filled.expression().value(variables)));
            }
        }
        return text.toString();
    }

    private static String words(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "yes" : "no";
            case Double number when !Double.isFinite(number) -> String.valueOf(number);
            case Double number ->
                new BigDecimal(number)
                        .round(new MathContext(2))
                        .stripTrailingZeros()
                        .toPlainString();
            case List<?> list -> listed(list);
            default -> String.valueOf(value);
        };
    }

    private static String listed(List<?> list) {
        String some = String.join(
                ", ", list.stream().limit(LISTED_MAX).map(Template::words).toList());
        if (list.isEmpty()) {
            return "none";
        }
        return list.size() <= LISTED_MAX ? some : "%s and %d more".formatted(some, list.size() - LISTED_MAX);
    }
}
