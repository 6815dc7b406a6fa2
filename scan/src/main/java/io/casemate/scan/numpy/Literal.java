package io.casemate.scan.numpy;

import io.casemate.scan.call.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the few Python literals that describe an array: dictionaries, tuples, lists, strings, whole numbers, truths. */
final class Literal {
    private static final int DEPTH_MAX = 20;

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken() {
            super("", null, false, false);
        }
    }

    private final String text;
    private int p;

    private Literal(String text) {
        this.text = text;
    }

    /** The value of a text that is one literal and nothing else. */
    static Optional<Value> read(String text) {
        var literal = new Literal(text);
        try {
            Value value = literal.value(0);
            literal.blanks();
            return literal.p == text.length() ? Optional.of(value) : Optional.empty();
        } catch (Broken broken) {
            return Optional.empty();
        }
    }

    private Value value(int depth) {
        if (depth > DEPTH_MAX) {
            throw new Broken();
        }
        char c = peek();
        return switch (c) {
            case '{' -> new Value.Entries(items('{', '}', depth), true);
            case '(' -> {
                List<Value> items = items('(', ')', depth);
                yield items.size() == 1 && text.charAt(previous(p - 1)) != ','
                        ? items.getFirst()
                        : new Value.Items(items, true);
            }
            case '[' -> new Value.Items(items('[', ']', depth), true);
            case '\'', '"' -> Value.text(string(c));
            default -> word();
        };
    }

    private List<Value> items(char open, char close, int depth) {
        expect(open);
        var items = new ArrayList<Value>();
        while (peek() != close) {
            items.add(value(depth + 1));
            if (open == '{') {
                expect(':');
                items.add(value(depth + 1));
            }
            if (peek() == ',') {
                p++;
            } else if (peek() != close) {
                throw new Broken();
            }
        }
        p++;
        return items;
    }

    /** The place of the last character before one that is no blank. */
    private int previous(int before) {
        int i = before - 1;
        while (Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i;
    }

    private String string(char quote) {
        int end = text.indexOf(quote, p + 1);
        if (end < 0 || text.substring(p, end).indexOf('\\') >= 0) {
            throw new Broken();
        }
        String string = text.substring(p + 1, end);
        p = end + 1;
        return string;
    }

    private Value word() {
        int start = p;
        while (p < text.length() && (Character.isLetterOrDigit(text.charAt(p)) || text.charAt(p) == '-')) {
            p++;
        }
        String word = text.substring(start, p);
        return switch (word) {
            case "True" -> new Value.Truth(true);
            case "False" -> new Value.Truth(false);
            case "None" -> Value.NONE;
            case "u", "b" -> Value.text(string(peek() == '"' ? '"' : '\''));
            default -> new Value.Whole(number(word));
        };
    }

    private static long number(String word) {
        try {
            return Long.parseLong(word.endsWith("L") ? word.substring(0, word.length() - 1) : word);
        } catch (NumberFormatException e) {
            throw new Broken();
        }
    }

    private char peek() {
        blanks();
        if (p == text.length()) {
            throw new Broken();
        }
        return text.charAt(p);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new Broken();
        }
        p++;
    }

    private void blanks() {
        while (p < text.length() && Character.isWhitespace(text.charAt(p))) {
            p++;
        }
    }
}
