package io.casemate.scan.template;

import io.casemate.scan.spi.Inspection;
import io.casemate.scan.template.Expression.Argument;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Parses a Jinja template to a tree of statements. Knows the tags of Jinja with its extensions for loop controls and
 * expressions, and {@code generation} of the transformers library. Where it fails, what was read until then stays.
 */
final class TemplateParser {
    private static final int NESTING_MAX = 100;
    private static final Set<String> BLOCKS =
            Set.of("for", "if", "macro", "call", "filter", "block", "with", "generation", "autoescape", "trans");
    private static final Set<String> BARE = Set.of("break", "continue", "else", "pluralize", "debug");

    private final ExpressionParser parser;
    private final Inspection inspection;
    private final Statement root = new Statement("template", 0);
    private final Deque<Statement> open = new ArrayDeque<>();

    private TemplateParser(List<Token> tokens, Inspection inspection) {
        this.parser = new ExpressionParser(tokens);
        this.inspection = inspection;
        open.push(root);
    }

    /**
     * What was parsed.
     *
     * @param root everything up to the failure
     * @param failure why it could not go on, "" where it could
     * @param failureOffset where, in characters
     */
    record Parsed(Statement root, String failure, int failureOffset) {
        boolean whole() {
            return failure.isEmpty();
        }
    }

    static Parsed parse(String template, Inspection inspection) {
        var root = new Statement("template", 0);
        try {
            var parser = new TemplateParser(Lexer.tokens(template, inspection), inspection);
            root = parser.root;
            parser.all();
            return new Parsed(root, "", 0);
        } catch (Unreadable e) {
            return new Parsed(root, String.valueOf(e.getMessage()), e.offset());
        }
    }

    private void all() throws Unreadable {
        while (true) {
            inspection.step();
            Token token = parser.next();
            switch (token.kind()) {
                case DONE -> {
                    if (open.size() > 1) {
                        throw new Unreadable("a '%s' without an end".formatted(open.peek().kind), open.peek().offset);
                    }
                    return;
                }
                case BEGIN_OUTPUT -> {
                    Statement output = new Statement("output", token.offset());
                    top().body.add(output);
                    output.expressions.add(parser.tuple());
                    parser.expectEnd();
                }
                case BEGIN_STATEMENT -> statement(token.offset());
                case END, NAME, TEXT, NUMBER, OPERATOR ->
                    throw new Unreadable("text where none can be", token.offset());
            }
        }
    }

    private Statement top() {
        return open.element();
    }

    private void statement(int offset) throws Unreadable {
        String tag = parser.name();
        if (tag.startsWith("end")) {
            end(tag.substring(3), offset);
            return;
        }
        var statement = new Statement(tag, offset);
        top().body.add(statement);
        boolean block = BLOCKS.contains(tag);
        switch (tag) {
            case "for" -> loop(statement);
            case "if", "elif", "do", "include", "extends", "import", "from", "autoescape" ->
                expressionThenWords(statement);
            case "set" -> block = set(statement);
            case "macro" -> macro(statement);
            case "call" -> call(statement);
            case "filter" -> statement.expressions.add(chain(parser.filter(offset, new Expression.Text(offset, ""))));
            case "block" -> words();
            case "with", "trans" -> assignments(statement);
            case "generation" -> parser.expectEnd();
            default -> {
                if (!BARE.contains(tag)) {
                    throw new Unreadable("an unknown tag '%s'".formatted(tag), offset);
                }
                words();
            }
        }
        if (tag.equals("filter")) {
            parser.expectEnd();
        }
        if (block) {
            if (open.size() >= NESTING_MAX) {
                throw new Unreadable("statements lie more than %d deep".formatted(NESTING_MAX), offset);
            }
            open.push(statement);
        }
    }

    private Expression chain(Expression start) throws Unreadable {
        Expression value = start;
        while (parser.take("|")) {
            value = parser.filter(start.offset(), value);
        }
        return value;
    }

    private void end(String tag, int offset) throws Unreadable {
        if (open.size() < 2 || !top().kind.equals(tag)) {
            throw new Unreadable("an 'end%s' that ends nothing".formatted(tag), offset);
        }
        open.pop();
        words();
    }

    /** Passes over the words up to the end of the statement. */
    private void words() throws Unreadable {
        while (true) {
            Token token = parser.next();
            if (token.kind() == Token.Kind.END) {
                return;
            }
            if (token.kind() == Token.Kind.DONE) {
                throw new Unreadable("a statement without an end", token.offset());
            }
        }
    }

    private void loop(Statement statement) throws Unreadable {
        targets(statement, "in");
        statement.expressions.add(loopOver());
        if (parser.take("if")) {
            statement.expressions.add(parser.expression());
        }
        parser.take("recursive");
        parser.expectEnd();
    }

    private Expression loopOver() throws Unreadable {
        Expression first = parser.withoutCondition();
        if (!parser.peek().is(",")) {
            return first;
        }
        var parts = new java.util.ArrayList<Expression>(List.of(first));
        while (parser.take(",")) {
            parts.add(parser.withoutCondition());
        }
        return new Expression.Group(first.offset(), "tuple", parts);
    }

    private void targets(Statement statement, String end) throws Unreadable {
        while (!parser.take(end)) {
            Token token = parser.next();
            if (token.kind() == Token.Kind.NAME) {
                statement.targets.add(token.text());
            } else if (!token.is(",") && !token.is("(") && !token.is(")") && !token.is(".")) {
                throw new Unreadable("'%s' is missing".formatted(end), token.offset());
            }
        }
    }

    private void expressionThenWords(Statement statement) throws Unreadable {
        statement.expressions.add(parser.tuple());
        switch (statement.kind) {
            case "include", "import", "from" -> words();
            default -> parser.expectEnd();
        }
    }

    /** {@code set a, b = value}, or a block that is assigned; says whether it is a block. */
    private boolean set(Statement statement) throws Unreadable {
        while (true) {
            Token token = parser.next();
            if (token.kind() == Token.Kind.NAME) {
                statement.targets.add(token.text());
            } else if (token.is("=")) {
                statement.expressions.add(parser.tuple());
                parser.expectEnd();
                return false;
            } else if (token.is("|")) {
                statement.expressions.add(
                        chain(parser.filter(token.offset(), new Expression.Text(token.offset(), ""))));
                parser.expectEnd();
                return true;
            } else if (token.kind() == Token.Kind.END) {
                return true;
            } else if (!token.is(",") && !token.is(".") && !token.is("(") && !token.is(")")) {
                throw new Unreadable("an assignment without a value", token.offset());
            }
        }
    }

    private void macro(Statement statement) throws Unreadable {
        statement.targets.add(parser.name());
        parser.expect("(");
        add(parser.arguments(), statement);
        parser.expectEnd();
    }

    private void call(Statement statement) throws Unreadable {
        if (parser.take("(")) {
            add(parser.arguments(), statement);
        }
        statement.expressions.add(parser.expression());
        parser.expectEnd();
    }

    private void assignments(Statement statement) throws Unreadable {
        while (parser.peek().kind() != Token.Kind.END) {
            statement.targets.add(parser.name());
            if (parser.take("=")) {
                statement.expressions.add(parser.expression());
            }
            if (parser.peek().kind() != Token.Kind.END) {
                parser.expect(",");
            }
        }
        parser.expectEnd();
    }

    private static void add(List<Argument> arguments, Statement statement) {
        for (Argument argument : arguments) {
            statement.expressions.add(argument.value());
        }
    }
}
