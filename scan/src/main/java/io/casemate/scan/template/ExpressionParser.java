package io.casemate.scan.template;

import io.casemate.scan.template.Expression.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses Jinja expressions. Operators of one level bind from the left, as in Jinja. */
final class ExpressionParser {
    private static final int DEPTH_MAX = 100;
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");
    /** Names that end an expression or go on with it, and so are no argument of a test. */
    private static final Set<String> WORDS = Set.of("and", "or", "not", "is", "in", "if", "else", "recursive");

    private final List<Token> tokens;
    private int position;
    private int depth;

    ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(position);
    }

    Token next() {
        Token token = tokens.get(position);
        position += token.kind() == Token.Kind.DONE ? 0 : 1;
        return token;
    }

    boolean take(String operatorOrName) {
        if (peek().is(operatorOrName)) {
            position++;
            return true;
        }
        return false;
    }

    void expect(String operatorOrName) throws Unreadable {
        if (!take(operatorOrName)) {
            throw new Unreadable("a '%s' is missing".formatted(operatorOrName), peek().offset());
        }
    }

    void expectEnd() throws Unreadable {
        if (next().kind() != Token.Kind.END) {
            throw new Unreadable(
                    "an expression goes on where it should end",
                    tokens.get(position - 1).offset());
        }
    }

    String name() throws Unreadable {
        Token token = next();
        if (token.kind() != Token.Kind.NAME) {
            throw new Unreadable("a name is missing", token.offset());
        }
        return token.text();
    }

    /** An expression, or several with commas between them. */
    Expression tuple() throws Unreadable {
        Expression first = expression();
        if (!peek().is(",")) {
            return first;
        }
        var parts = new ArrayList<Expression>(List.of(first));
        while (take(",") && startsExpression()) {
            parts.add(expression());
        }
        return new Expression.Group(first.offset(), "tuple", parts);
    }

    private boolean startsExpression() {
        Token token = peek();
        return switch (token.kind()) {
            case NAME -> !token.is("in") && !token.is("if") && !token.is("else");
            case TEXT, NUMBER -> true;
            case OPERATOR -> "([{-+".contains(token.text());
            case BEGIN_OUTPUT, BEGIN_STATEMENT, END, DONE -> false;
        };
    }

    /** One expression with its conditions: {@code a if b else c}. */
    Expression expression() throws Unreadable {
        if (++depth > DEPTH_MAX) {
            throw new Unreadable("expressions lie more than %d deep".formatted(DEPTH_MAX), peek().offset());
        }
        Expression value = or();
        while (peek().is("if")) {
            int offset = next().offset();
            Expression condition = or();
            var parts = new ArrayList<Expression>(List.of(value, condition));
            if (take("else")) {
                parts.add(expression());
            }
            value = new Expression.Group(offset, "condition", parts);
        }
        depth--;
        return value;
    }

    /** An expression that ends before {@code if}: what a loop goes over. */
    Expression withoutCondition() throws Unreadable {
        return or();
    }

    private Expression or() throws Unreadable {
        Expression left = and();
        while (peek().is("or")) {
            left = new Expression.Binary(next().offset(), "or", left, and());
        }
        return left;
    }

    private Expression and() throws Unreadable {
        Expression left = not();
        while (peek().is("and")) {
            left = new Expression.Binary(next().offset(), "and", left, not());
        }
        return left;
    }

    private Expression not() throws Unreadable {
        int negations = 0;
        int offset = peek().offset();
        while (take("not")) {
            negations++;
        }
        Expression value = comparison();
        return negations == 0 ? value : new Expression.Group(offset, "not", List.of(value));
    }

    private Expression comparison() throws Unreadable {
        Expression left = sum();
        while (true) {
            Token token = peek();
            if ((token.kind() == Token.Kind.OPERATOR && COMPARISONS.contains(token.text())) || token.is("in")) {
                next();
                left = new Expression.Binary(token.offset(), token.text(), left, sum());
            } else if (token.is("not") && tokens.get(position + 1).is("in")) {
                position += 2;
                left = new Expression.Binary(token.offset(), "not in", left, sum());
            } else {
                return left;
            }
        }
    }

    private Expression sum() throws Unreadable {
        Expression left = concatenation();
        while (peek().is("+") || peek().is("-")) {
            Token operator = next();
            left = new Expression.Binary(operator.offset(), operator.text(), left, concatenation());
        }
        return left;
    }

    private Expression concatenation() throws Unreadable {
        Expression left = product();
        while (peek().is("~")) {
            left = new Expression.Binary(next().offset(), "~", left, product());
        }
        return left;
    }

    private Expression product() throws Unreadable {
        Expression left = sign();
        while (peek().is("*") || peek().is("/") || peek().is("//") || peek().is("%")) {
            Token operator = next();
            left = new Expression.Binary(operator.offset(), operator.text(), left, sign());
        }
        return left;
    }

    private Expression sign() throws Unreadable {
        if (!peek().is("-") && !peek().is("+")) {
            return power();
        }
        if (++depth > DEPTH_MAX) {
            throw new Unreadable("signs lie more than %d deep".formatted(DEPTH_MAX), peek().offset());
        }
        int offset = next().offset();
        Expression value = filters(sign());
        depth--;
        return new Expression.Group(offset, "sign", List.of(value));
    }

    private Expression power() throws Unreadable {
        Expression left = filters(postfix(primary()));
        while (peek().is("**")) {
            left = new Expression.Binary(next().offset(), "**", left, sign());
        }
        return left;
    }

    private Expression primary() throws Unreadable {
        Token token = next();
        return switch (token.kind()) {
            case NAME -> new Expression.Name(token.offset(), token.text());
            case NUMBER -> new Expression.Numeral(token.offset(), number(token));
            case TEXT -> {
                var text = new StringBuilder(token.text());
                while (peek().kind() == Token.Kind.TEXT) {
                    text.append(next().text());
                }
                yield new Expression.Text(token.offset(), text.toString());
            }
            case OPERATOR -> group(token);
            case BEGIN_OUTPUT, BEGIN_STATEMENT, END, DONE ->
                throw new Unreadable("an expression is missing", token.offset());
        };
    }

    private Expression group(Token open) throws Unreadable {
        return switch (open.text()) {
            case "(" -> {
                Expression inner = peek().is(")") ? new Expression.Group(open.offset(), "tuple", List.of()) : tuple();
                expect(")");
                yield inner;
            }
            case "[" -> new Expression.Group(open.offset(), "list", list("]", false));
            case "{" -> new Expression.Group(open.offset(), "dictionary", list("}", true));
            default -> throw new Unreadable("'%s' begins no expression".formatted(open.text()), open.offset());
        };
    }

    private List<Expression> list(String end, boolean pairs) throws Unreadable {
        var parts = new ArrayList<Expression>();
        while (!take(end)) {
            parts.add(expression());
            if (pairs) {
                expect(":");
                parts.add(expression());
            }
            if (!peek().is(end)) {
                expect(",");
            }
        }
        return parts;
    }

    private static double number(Token token) throws Unreadable {
        String digits = token.text().replace("_", "");
        try {
            if (digits.startsWith("0x") || digits.startsWith("0X")) {
                return new java.math.BigInteger(digits.substring(2), 16).doubleValue();
            }
            if (digits.length() > 1 && digits.charAt(0) == '0' && Character.isLetter(digits.charAt(1))) {
                return 0;
            }
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw new Unreadable("no number", token.offset());
        }
    }

    private Expression postfix(Expression start) throws Unreadable {
        Expression value = start;
        while (true) {
            Token token = peek();
            if (token.is(".")) {
                next();
                Token name = next();
                value = name.kind() == Token.Kind.NUMBER
                        ? new Expression.Subscript(
                                token.offset(), value, List.of(new Expression.Numeral(name.offset(), 0)), false)
                        : new Expression.Attribute(token.offset(), value, name.text());
            } else if (token.is("[")) {
                next();
                value = subscript(token.offset(), value);
            } else if (token.is("(")) {
                next();
                value = new Expression.Call(token.offset(), value, arguments());
            } else {
                return value;
            }
        }
    }

    private Expression subscript(int offset, Expression base) throws Unreadable {
        var keys = new ArrayList<Expression>();
        boolean slice = false;
        while (!take("]")) {
            if (take(":")) {
                slice = true;
            } else if (!take(",")) {
                keys.add(expression());
            }
        }
        return new Expression.Subscript(offset, base, keys, slice);
    }

    List<Argument> arguments() throws Unreadable {
        var arguments = new ArrayList<Argument>();
        while (!take(")")) {
            String name = "";
            if (peek().is("*") || peek().is("**")) {
                name = next().text();
            } else if (peek().kind() == Token.Kind.NAME
                    && tokens.get(position + 1).is("=")) {
                name = next().text();
                next();
            }
            arguments.add(new Argument(name, expression()));
            if (!peek().is(")")) {
                expect(",");
            }
        }
        return arguments;
    }

    private Expression filters(Expression start) throws Unreadable {
        Expression value = start;
        while (true) {
            Token token = peek();
            if (take("|")) {
                value = filter(token.offset(), value);
            } else if (take("is")) {
                value = test(token.offset(), value);
            } else if (token.is("(")) {
                next();
                value = new Expression.Call(token.offset(), value, arguments());
            } else if (token.is(".") || token.is("[")) {
                value = postfix(value);
            } else {
                return value;
            }
        }
    }

    Expression filter(int offset, Expression base) throws Unreadable {
        String name = dotted();
        return new Expression.Filter(offset, base, name, take("(") ? arguments() : List.of(), false);
    }

    private Expression test(int offset, Expression base) throws Unreadable {
        take("not");
        String name = dotted();
        List<Argument> arguments = List.of();
        Token token = peek();
        if (take("(")) {
            arguments = arguments();
        } else if (startsExpression()
                && !(token.kind() == Token.Kind.NAME && WORDS.contains(token.text()))
                && !token.is("-")
                && !token.is("+")) {
            arguments = List.of(new Argument("", postfix(primary())));
        }
        return new Expression.Filter(offset, base, name, arguments, true);
    }

    private String dotted() throws Unreadable {
        String name = name();
        while (peek().is(".")) {
            next();
            name = name + "." + name();
        }
        return name;
    }
}
