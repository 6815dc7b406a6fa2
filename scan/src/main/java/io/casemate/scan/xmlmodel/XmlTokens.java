package io.casemate.scan.xmlmodel;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Cuts XML into tokens (XML 1.0, fifth edition). Reads Latin-1: markup is ASCII in every encoding that is let in here. */
final class XmlTokens {
    /** What a token is. */
    enum Token {
        START,
        END,
        TEXT,
        /** A processing instruction or the declaration; its text is in {@link #text()}. */
        INSTRUCTION,
        /** The document type with all that is declared in it. */
        DOCTYPE,
        END_OF_DOCUMENT
    }

    private static final int DEPTH_MAX = 1_000;
    private static final int ATTRIBUTES_MAX = 1_000;
    private static final int TEXT_MAX = 1 << 20;
    private static final int NAME_MAX = 512;

    private final Content content;
    private final Inspection inspection;
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private String name = "";
    private String text = "";
    private long start;
    private long at;
    private boolean emptyElement;

    XmlTokens(Content content, long from, Inspection inspection) {
        this.content = content;
        this.at = from;
        this.inspection = inspection;
    }

    /** The next token; throws {@link IndexOutOfBoundsException} where the markup is broken. */
    Token next() {
        inspection.step();
        start = at;
        if (emptyElement) {
            emptyElement = false;
            return closed(name);
        }
        while (content.has(at, "<!--")) {
            at += 4;
            until("-->", false);
        }
        start = at;
        if (at >= content.size()) {
            if (!open.isEmpty()) {
                throw broken("the element %s has no end".formatted(open.peek()));
            }
            return Token.END_OF_DOCUMENT;
        }
        if (content.u8(at) != '<') {
            text = until("<", true);
            return Token.TEXT;
        }
        return markup();
    }

    private Token markup() {
        if (content.has(at, "<![CDATA[")) {
            at += 9;
            text = until("]]>", false);
            return Token.TEXT;
        } else if (content.has(at, "<?")) {
            at += 2;
            text = until("?>", false);
            return Token.INSTRUCTION;
        } else if (content.has(at, "<!")) {
            text = declaration();
            return Token.DOCTYPE;
        } else if (content.has(at, "</")) {
            at += 2;
            String end = until(">", false).strip();
            return closed(end);
        }
        at++;
        return opened();
    }

    /** Name of the element. */
    String name() {
        return name;
    }

    /** Name of the element without its prefix. */
    String localName() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** Attributes of the element that begins; entities in them are as written. */
    Map<String, String> attributes() {
        return attributes;
    }

    String text() {
        return text;
    }

    /** Where the token begins. */
    long offset() {
        return start;
    }

    int depth() {
        return open.size();
    }

    private Token opened() {
        name = word();
        attributes.clear();
        while (true) {
            blanks();
            int c = content.u8(at);
            if (c == '>' || c == '/') {
                at++;
                if (c == '/') {
                    require('>');
                    emptyElement = true;
                }
                break;
            }
            attribute();
        }
        if (open.size() == DEPTH_MAX) {
            throw broken("elements are nested deeper than %d levels".formatted(DEPTH_MAX));
        }
        open.push(name);
        return Token.START;
    }

    private void attribute() {
        String key = word();
        blanks();
        require('=');
        blanks();
        int quote = content.u8(at++);
        if (quote != '"' && quote != '\'') {
            throw broken("an attribute has no quotes");
        }
        String value = until(Character.toString(quote), false);
        if (attributes.size() == ATTRIBUTES_MAX || attributes.put(key, value) != null) {
            throw broken("an attribute stands twice, or there are too many");
        }
    }

    private Token closed(String end) {
        if (open.isEmpty() || !open.pop().equals(end)) {
            throw broken("an element ends that did not begin");
        }
        name = end;
        return Token.END;
    }

    /** A declaration ends at the first > outside of quotes, comments and square brackets. */
    private String declaration() {
        long from = at;
        int brackets = 0;
        int quote = 0;
        while (true) {
            if ((at & 0xfff) == 0) {
                inspection.step();
            }
            if (quote == 0 && content.has(at, "<!--")) {
                at += 4;
                until("-->", false);
                continue;
            }
            int c = content.u8(at++);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                brackets++;
            } else if (c == ']') {
                brackets--;
            } else if (c == '>' && brackets <= 0) {
                return kept(from, at);
            }
        }
    }

    private String word() {
        long from = at;
        while (" \t\r\n=/><\"'".indexOf(content.u8(at)) < 0) {
            at++;
        }
        if (at == from || at - from > NAME_MAX) {
            throw broken("a name is missing or longer than %d characters".formatted(NAME_MAX));
        }
        return kept(from, at);
    }

    private void blanks() {
        while (" \t\r\n".indexOf(content.u8(at)) >= 0) {
            at++;
        }
    }

    private void require(char wanted) {
        if (content.u8(at) != wanted) {
            throw broken("'%c' is missing".formatted(wanted));
        }
        at++;
    }

    /** The text to a mark, which is passed unless it stays; at the end of the content only text may stop. */
    private String until(String mark, boolean stays) {
        long from = at;
        byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        while (at < content.size()) {
            if ((at & 0xfff) == 0) {
                inspection.step();
            }
            if (content.u8(at) == (bytes[0] & 0xff) && content.has(at, bytes)) {
                String found = kept(from, at);
                at += stays ? 0 : bytes.length;
                return found;
            }
            at++;
        }
        if (!stays) {
            throw broken("%s is missing".formatted(mark));
        }
        return kept(from, at);
    }

    private String kept(long from, long to) {
        return content.text(from, (int) Math.min(to - from, TEXT_MAX), StandardCharsets.ISO_8859_1);
    }

    private IndexOutOfBoundsException broken(String what) {
        return new IndexOutOfBoundsException("%s at %d".formatted(what, start));
    }
}
