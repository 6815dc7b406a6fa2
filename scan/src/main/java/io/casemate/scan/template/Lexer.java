package io.casemate.scan.template;

import io.casemate.scan.spi.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a template into the words of its outputs and statements; text and comments between them are passed over. */
final class Lexer {
    private static final Set<String> LONG_OPERATORS = Set.of("**", "//", "==", "!=", "<=", ">=");
    private static final String OPERATORS = "+-*/%~|.,:;()[]{}=<>!";
    private static final Pattern END_RAW = Pattern.compile("\\{%[-+]?\\s*endraw\\s*[-+]?%}");
    private static final int TOKENS_MAX = 500_000;

    private final String template;
    private final Inspection inspection;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Lexer(String template, Inspection inspection) {
        this.template = template;
        this.inspection = inspection;
    }

    /** The words, and a last one that says that there are no more. */
    static List<Token> tokens(String template, Inspection inspection) throws Unreadable {
        var lexer = new Lexer(template, inspection);
        lexer.all();
        return lexer.tokens;
    }

    private void all() throws Unreadable {
        while (true) {
            int open = template.indexOf('{', position);
            if (open < 0 || open + 1 >= template.length()) {
                break;
            }
            inspection.step();
            position = open + 2;
            switch (template.charAt(open + 1)) {
                case '#' -> skipTo("#}", open);
                case '{' -> inside(Token.Kind.BEGIN_OUTPUT, open, "}}");
                case '%' -> statement(open);
                default -> position = open + 1;
            }
        }
        add(Token.Kind.DONE, template.length(), "");
    }

    private void statement(int open) throws Unreadable {
        int first = tokens.size();
        inside(Token.Kind.BEGIN_STATEMENT, open, "%}");
        if (tokens.size() == first + 3 && tokens.get(first + 1).is("raw")) {
            tokens.subList(first, tokens.size()).clear();
            Matcher end = END_RAW.matcher(template);
            if (!end.find(position)) {
                throw new Unreadable("a raw block without an end", open);
            }
            position = end.end();
        }
    }

    private void skipTo(String end, int open) throws Unreadable {
        int at = template.indexOf(end, position);
        if (at < 0) {
            throw new Unreadable("a comment without an end", open);
        }
        position = at + end.length();
    }

    private void inside(Token.Kind kind, int open, String end) throws Unreadable {
        add(kind, open, "");
        if (position < template.length() && (template.charAt(position) == '-' || template.charAt(position) == '+')) {
            position++;
        }
        int depth = 0;
        while (position < template.length()) {
            inspection.step();
            char c = template.charAt(position);
            if (depth == 0 && template.startsWith(end, position)) {
                add(Token.Kind.END, position, end);
                position += 2;
                return;
            }
            if (depth == 0 && (c == '-' || c == '+') && template.startsWith(end, position + 1)) {
                add(Token.Kind.END, position, end);
                position += 3;
                return;
            }
            if (Character.isWhitespace(c)) {
                position++;
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                word(c);
            }
        }
        throw new Unreadable("an output or statement without an end", open);
    }

    private void word(char c) throws Unreadable {
        if (c == '\'' || c == '"') {
            text(c);
        } else if (c >= '0' && c <= '9') {
            run(Token.Kind.NUMBER);
        } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
            run(Token.Kind.NAME);
        } else if (position + 1 < template.length()
                && LONG_OPERATORS.contains(template.substring(position, position + 2))) {
            add(Token.Kind.OPERATOR, position, template.substring(position, position + 2));
            position += 2;
        } else if (OPERATORS.indexOf(c) >= 0) {
            add(Token.Kind.OPERATOR, position, String.valueOf(c));
            position++;
        } else {
            throw new Unreadable("an unexpected character", position);
        }
    }

    private void run(Token.Kind kind) throws Unreadable {
        int start = position;
        boolean number = kind == Token.Kind.NUMBER;
        while (position < template.length() && continues(template.charAt(position), number)) {
            position++;
        }
        add(kind, start, template.substring(start, position));
    }

    private boolean continues(char c, boolean number) {
        if (number && c == '.') {
            return position + 1 < template.length() && Character.isDigit(template.charAt(position + 1));
        }
        return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }

    private void text(char quote) throws Unreadable {
        int start = position++;
        var text = new StringBuilder();
        while (position < template.length() && template.charAt(position) != quote) {
            char c = template.charAt(position++);
            if (c == '\\' && position < template.length()) {
                escape(text);
            } else {
                text.append(c);
            }
        }
        if (position >= template.length()) {
            throw new Unreadable("a text without an end", start);
        }
        position++;
        add(Token.Kind.TEXT, start, text.toString());
    }

    private void escape(StringBuilder text) {
        char c = template.charAt(position++);
        int digits = switch (c) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        if (digits > 0 && position + digits <= template.length()) {
            try {
                int point = Integer.parseInt(template, position, position + digits, 16);
                text.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xFFFD);
                position += digits;
                return;
            } catch (NumberFormatException e) {
                text.append('\\').append(c);
                return;
            }
        }
        if (c >= '0' && c <= '7') {
            int end = position;
            while (end < template.length()
                    && end < position + 2
                    && template.charAt(end) >= '0'
                    && template.charAt(end) <= '7') {
                end++;
            }
            text.append((char) Integer.parseInt(template, position - 1, end, 8));
            position = end;
            return;
        }
        text.append(
                switch (c) {
                    case 'n' -> "\n";
                    case 't' -> "\t";
                    case 'r' -> "\r";
                    case '\\', '\'', '"' -> String.valueOf(c);
                    case '\n' -> "";
                    default -> "\\" + c;
                });
    }

    private void add(Token.Kind kind, int offset, String text) throws Unreadable {
        if (tokens.size() >= TOKENS_MAX) {
            throw new Unreadable("more than %d words".formatted(TOKENS_MAX), offset);
        }
        tokens.add(new Token(kind, offset, text));
    }
}
