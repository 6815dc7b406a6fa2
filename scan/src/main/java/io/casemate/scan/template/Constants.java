package io.casemate.scan.template;

import io.casemate.scan.template.Expression.Argument;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What expressions come to where only constants are in them: texts that are put together, numbers that are multiplied. */
final class Constants {
    private static final int DEPTH_MAX = 40;
    private static final int TEXT_MAX = 4_096;

    private final Map<String, Expression> variables = new HashMap<>();

    /** Remembers what a variable was set to; the last wins. */
    void set(String name, Expression value) {
        variables.put(name, value);
    }

    Optional<String> text(Expression expression) {
        return text(expression, 0).filter(text -> text.length() <= TEXT_MAX);
    }

    Optional<Double> number(Expression expression) {
        return number(expression, 0);
    }

    private Optional<String> text(Expression expression, int depth) {
        if (depth > DEPTH_MAX) {
            return Optional.empty();
        }
        return switch (expression) {
            case Expression.Text text -> Optional.of(text.text());
            case Expression.Name name ->
                variables.containsKey(name.name()) ? text(variables.get(name.name()), depth + 1) : Optional.empty();
            case Expression.Binary sum
            when sum.operator().equals("~") || sum.operator().equals("+") ->
                text(sum.left(), depth + 1)
                        .flatMap(left -> text(sum.right(), depth + 1)
                                .filter(right -> left.length() + right.length() <= TEXT_MAX)
                                .map(right -> left + right));
            case Expression.Binary format
            when format.operator().equals("%") ->
                text(format.left(), depth + 1).flatMap(pattern -> formatted(pattern, parts(format.right()), depth));
            case Expression.Filter filter when !filter.test() -> filtered(filter, depth);
            case Expression.Subscript subscript when subscript.slice() -> reversed(subscript, depth);
            case Expression.Subscript subscript -> character(subscript, depth);
            case Expression.Call call
            when call.function() instanceof Expression.Attribute method
                    && method.name().equals("join")
                    && call.arguments().size() == 1 ->
                joined(call.arguments().getFirst().value(), method.base(), depth);
            case Expression.Call call
            when call.function() instanceof Expression.Attribute method
                    && method.name().equals("format") ->
                text(method.base(), depth + 1).flatMap(pattern -> braces(pattern, call.arguments(), depth));
            case Expression.Call call
            when call.function() instanceof Expression.Attribute method
                    && method.name().equals("replace")
                    && call.arguments().size() >= 2 -> replaced(method.base(), call.arguments(), depth);
            case Expression.Attribute _,
                    Expression.Binary _,
                    Expression.Call _,
                    Expression.Filter _,
                    Expression.Group _,
                    Expression.Numeral _ -> Optional.empty();
        };
    }

    private Optional<String> filtered(Expression.Filter filter, int depth) {
        return switch (filter.name()) {
            case "join" ->
                joined(
                        filter.base(),
                        filter.arguments().isEmpty()
                                ? new Expression.Text(0, "")
                                : filter.arguments().getFirst().value(),
                        depth);
            case "lower" -> text(filter.base(), depth + 1).map(text -> text.toLowerCase(Locale.ROOT));
            case "upper" -> text(filter.base(), depth + 1).map(text -> text.toUpperCase(Locale.ROOT));
            case "trim", "string", "safe", "escape", "e" -> text(filter.base(), depth + 1);
            case "reverse" ->
                text(filter.base(), depth + 1)
                        .map(text -> new StringBuilder(text).reverse().toString());
            case "replace" ->
                filter.arguments().size() >= 2 ? replaced(filter.base(), filter.arguments(), depth) : Optional.empty();
            case "format" ->
                text(filter.base(), depth + 1)
                        .flatMap(pattern -> formatted(
                                pattern,
                                filter.arguments().stream().map(Argument::value).toList(),
                                depth));
            default -> Optional.empty();
        };
    }

    private Optional<String> replaced(Expression base, List<Argument> arguments, int depth) {
        Optional<String> text = text(base, depth + 1);
        Optional<String> from = text(arguments.get(0).value(), depth + 1);
        Optional<String> to = text(arguments.get(1).value(), depth + 1);
        return text.isPresent()
                        && from.isPresent()
                        && to.isPresent()
                        && (long) text.get().length() * (1 + to.get().length()) <= 1 << 20
                ? Optional.of(text.get().replace(from.get(), to.get()))
                : Optional.empty();
    }

    private Optional<String> reversed(Expression.Subscript slice, int depth) {
        boolean back = slice.keys().size() == 1
                && number(slice.keys().getFirst(), depth + 1).orElse(0.0) == -1;
        return back
                ? text(slice.base(), depth + 1)
                        .map(text -> new StringBuilder(text).reverse().toString())
                : Optional.empty();
    }

    private Optional<String> character(Expression.Subscript subscript, int depth) {
        if (subscript.keys().size() != 1) {
            return Optional.empty();
        }
        Optional<Double> index = number(subscript.keys().getFirst(), depth + 1);
        return index.isEmpty()
                ? Optional.empty()
                : text(subscript.base(), depth + 1)
                        .filter(text -> index.get() >= 0 && index.get() < text.length())
                        .map(text -> String.valueOf(text.charAt(index.get().intValue())));
    }

    private Optional<String> joined(Expression items, Expression between, int depth) {
        Optional<String> glue = text(between, depth + 1);
        if (glue.isEmpty()) {
            return Optional.empty();
        }
        if (items instanceof Expression.Call call
                && call.function() instanceof Expression.Name name
                && name.name().equals("dict")) {
            return Optional.of(String.join(
                    glue.get(), call.arguments().stream().map(Argument::name).toList()));
        }
        if (!(items instanceof Expression.Group group)) {
            return text(items, depth + 1).filter(text -> glue.get().isEmpty());
        }
        int step = group.kind().equals("dictionary") ? 2 : 1;
        var joined = new StringBuilder();
        for (int i = 0; i < group.parts().size(); i += step) {
            Optional<String> part = text(group.parts().get(i), depth + 1);
            if (part.isEmpty() || joined.length() > TEXT_MAX) {
                return Optional.empty();
            }
            joined.append(i == 0 ? "" : glue.get()).append(part.get());
        }
        return Optional.of(joined.toString());
    }

    private Optional<String> formatted(String pattern, List<Expression> values, int depth) {
        String text = pattern;
        for (Expression value : values) {
            int at = text.indexOf('%');
            if (at < 0 || at + 1 >= text.length()) {
                return Optional.empty();
            }
            Optional<String> piece =
                    text.charAt(at + 1) == 'c' && number(value, depth + 1).isPresent()
                            ? number(value, depth + 1).map(point -> String.valueOf((char) point.intValue()))
                            : text(value, depth + 1);
            if (piece.isEmpty() || text.length() > TEXT_MAX) {
                return Optional.empty();
            }
            text = text.substring(0, at) + piece.get() + text.substring(at + 2);
        }
        return Optional.of(text);
    }

    private Optional<String> braces(String pattern, List<Argument> arguments, int depth) {
        String text = pattern;
        for (Argument argument : arguments) {
            Optional<String> piece = text(argument.value(), depth + 1);
            int at = text.indexOf("{}");
            if (piece.isEmpty() || at < 0 || text.length() > TEXT_MAX) {
                return Optional.empty();
            }
            text = text.substring(0, at) + piece.get() + text.substring(at + 2);
        }
        return Optional.of(text);
    }

    private static List<Expression> parts(Expression value) {
        return value instanceof Expression.Group group && group.kind().equals("tuple") ? group.parts() : List.of(value);
    }

    private Optional<Double> number(Expression expression, int depth) {
        if (depth > DEPTH_MAX) {
            return Optional.empty();
        }
        return switch (expression) {
            case Expression.Numeral number -> Optional.of(number.number());
            case Expression.Name name ->
                variables.containsKey(name.name()) ? number(variables.get(name.name()), depth + 1) : Optional.empty();
            case Expression.Group group
            when group.kind().equals("sign") ->
                number(group.parts().getFirst(), depth + 1).map(value -> -value);
            case Expression.Binary binary ->
                number(binary.left(), depth + 1)
                        .flatMap(left -> number(binary.right(), depth + 1)
                                .flatMap(right -> computed(binary.operator(), left, right)));
            case Expression.Attribute _,
                    Expression.Call _,
                    Expression.Filter _,
                    Expression.Group _,
                    Expression.Subscript _,
                    Expression.Text _ -> Optional.empty();
        };
    }

    private static Optional<Double> computed(String operator, double left, double right) {
        return switch (operator) {
            case "+" -> Optional.of(left + right);
            case "-" -> Optional.of(left - right);
            case "*" -> Optional.of(left * right);
            case "**" -> Optional.of(Math.pow(left, right));
            default -> Optional.empty();
        };
    }
}
