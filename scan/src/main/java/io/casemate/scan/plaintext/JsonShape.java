package io.casemate.scan.plaintext;

import io.casemate.scan.json.BrokenJson;
import io.casemate.scan.json.JsonTokens;
import io.casemate.scan.json.JsonTokens.Token;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;

/** Whether text is JSON or JSON Lines; read token by token, whatever its size. */
enum JsonShape {
    NONE,
    /** One value. */
    ONE,
    /** Several values, one after the other. */
    LINES;

    private static final int KEEP_MAX = 512;

    static JsonShape of(Content content, Inspection inspection) {
        int values = 0;
        int depth = 0;
        long at = skipBlanks(content, content.has(0, (byte) 0xef, (byte) 0xbb, (byte) 0xbf) ? 3 : 0);
        try {
            while (at < content.size()) {
                if (values == 0 && content.u8(at) != '{' && content.u8(at) != '[') {
                    return NONE;
                }
                var json = new JsonTokens(content, at, content.size(), KEEP_MAX, inspection);
                try {
                    values(json, inspection);
                } finally {
                    depth = json.depth();
                }
                values++;
                at = skipBlanks(content, json.position());
            }
        } catch (BrokenJson e) {
            if (depth > JsonTokens.DEPTH_MAX) {
                inspection.found(
                        "plaintext/nesting",
                        at,
                        "values of JSON are nested deeper than %,d levels".formatted(JsonTokens.DEPTH_MAX));
            }
            return NONE;
        }
        return values == 0 ? NONE : values == 1 ? ONE : LINES;
    }

    private static void values(JsonTokens json, Inspection inspection) {
        String field = "";
        for (Token token = json.next(); token != Token.END; token = json.next()) {
            if (token == Token.NAME) {
                field = json.text();
            } else if (token == Token.TEXT && JsonPickle.names(field)) {
                JsonPickle.tell(field, json.text(), json.offset(), inspection);
            }
        }
    }

    private static long skipBlanks(Content content, long from) {
        long at = from;
        while (at < content.size() && " \t\r\n".indexOf(content.u8(at)) >= 0) {
            at++;
        }
        return at;
    }
}
