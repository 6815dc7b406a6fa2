package io.casemate.scan.json;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * Reads JSON token by token (RFC 8259, with the NaN and Infinity that Python writes). Heap is bounded by the longest text that
 * is kept; deeper than {@value #DEPTH_MAX} is {@link BrokenJson}.
 */
public final class JsonTokens {
    /** What a token is. */
    public enum Token {
        BEGIN_OBJECT,
        END_OBJECT,
        BEGIN_ARRAY,
        END_ARRAY,
        /** The name of a field. */
        NAME,
        TEXT,
        NUMBER,
        TRUE,
        FALSE,
        NULL,
        /** The value is over; what follows it is at {@link #position()}. */
        END
    }

    /** Values in values, at most; what is deeper is broken. */
    public static final int DEPTH_MAX = 1_000;

    private static final int STEPS = 4_096;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");

    private final ByteWindow bytes;
    private final Inspection inspection;
    private final BitSet objects = new BitSet();
    private final JsonText text;

    private int depth;
    private long tokens;
    private long start;
    private State state = State.VALUE;

    private enum State {
        VALUE,
        FIRST_ITEM,
        FIRST_NAME,
        NAME,
        COLON,
        AFTER_VALUE,
        END
    }

    /**
     * Reads one value.
     *
     * @param from where it begins, or blanks before it
     * @param to where reading ends at the latest
     * @param keepMax bytes that are kept of each text; the rest of a longer one is passed over
     */
    public JsonTokens(Content content, long from, long to, int keepMax, Inspection inspection) {
        this.bytes = new ByteWindow(content, from, to);
        this.text = new JsonText(bytes, keepMax);
        this.inspection = inspection;
    }

    /** The next token. */
    public Token next() {
        if (++tokens % STEPS == 0) {
            inspection.step();
        }
        if (state == State.END) {
            return Token.END;
        }
        int c = bytes.skipBlanks();
        start = bytes.position();
        return switch (state) {
            case VALUE -> value(c);
            case FIRST_ITEM -> c == ']' ? close(Token.END_ARRAY) : value(c);
            case FIRST_NAME -> c == '}' ? close(Token.END_OBJECT) : name(c);
            case NAME -> name(c);
            case COLON -> {
                expect(c, ':');
                state = State.VALUE;
                yield next();
            }
            case AFTER_VALUE -> afterValue(c);
            case END -> Token.END;
        };
    }

    /** What the last name, text or number says; of a text longer than is kept its beginning. */
    public String text() {
        return text.kept();
    }

    /** Whether {@link #text()} is all of it. */
    public boolean complete() {
        return text.complete();
    }

    /** Where the last token begins. */
    public long offset() {
        return start;
    }

    /** Where reading goes on. */
    public long position() {
        return bytes.position();
    }

    /** Objects and arrays that are open. */
    public int depth() {
        return depth;
    }

    /** Passes over the value whose first token was just read. */
    public void skip(Token first) {
        if (first == Token.BEGIN_OBJECT || first == Token.BEGIN_ARRAY) {
            int outside = depth - 1;
            while (depth > outside) {
                next();
            }
        }
    }

    private Token afterValue(int c) {
        bytes.take();
        boolean object = objects.get(depth);
        if (c == ',') {
            state = object ? State.NAME : State.VALUE;
            return next();
        }
        if (c == (object ? '}' : ']')) {
            return closed(object ? Token.END_OBJECT : Token.END_ARRAY);
        }
        throw broken("a comma or a closing bracket is missing");
    }

    private Token name(int c) {
        expect(c, '"');
        text.read();
        state = State.COLON;
        return Token.NAME;
    }

    private Token value(int c) {
        bytes.take();
        return switch (c) {
            case '{' -> open(true);
            case '[' -> open(false);
            case '"' -> {
                text.read();
                yield over(Token.TEXT);
            }
            case 't' -> word("rue", Token.TRUE);
            case 'f' -> word("alse", Token.FALSE);
            case 'n' -> word("ull", Token.NULL);
            case 'N' -> word("aN", Token.NUMBER);
            case 'I' -> word("nfinity", Token.NUMBER);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(c);
            case -1 -> throw broken("a value is missing at the end");
            default -> throw broken("a value is missing");
        };
    }

    private Token number(int first) {
        if (first == '-' && bytes.peek() == 'I') {
            bytes.take();
            return word("nfinity", Token.NUMBER);
        }
        text.readNumber(first);
        if (!NUMBER.matcher(text.kept()).matches()) {
            throw broken("a number is malformed");
        }
        return over(Token.NUMBER);
    }

    private Token word(String rest, Token token) {
        for (byte wanted : rest.getBytes(StandardCharsets.US_ASCII)) {
            if (bytes.take() != wanted) {
                throw broken("a value is missing");
            }
        }
        text.set(token == Token.NUMBER ? "NaN" : "");
        return over(token);
    }

    private Token open(boolean object) {
        depth++;
        if (depth > DEPTH_MAX) {
            throw broken("it is nested deeper than %d levels".formatted(DEPTH_MAX));
        }
        objects.set(depth, object);
        state = object ? State.FIRST_NAME : State.FIRST_ITEM;
        return object ? Token.BEGIN_OBJECT : Token.BEGIN_ARRAY;
    }

    private Token close(Token token) {
        bytes.take();
        return closed(token);
    }

    private Token closed(Token token) {
        depth--;
        return over(token);
    }

    private Token over(Token token) {
        state = depth == 0 ? State.END : State.AFTER_VALUE;
        return token;
    }

    private void expect(int c, char wanted) {
        if (c != wanted) {
            throw broken("'%c' is missing".formatted(wanted));
        }
        bytes.take();
    }

    /** What to throw where the value that was just read is not what was asked for. */
    public BrokenJson broken(String what) {
        return new BrokenJson(start, what);
    }
}
