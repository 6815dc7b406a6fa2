package io.casemate.scan.json;

import io.casemate.scan.json.JsonTokens.Token;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Gives each value of a JSON document with the names of the fields that lead to it. */
public final class JsonFields {
    private static final int HEAD = 64 << 10;
    private static final int KEEP_MAX = 4 << 10;
    private static final int DEPTH_MAX = 32;

    /** Takes a value that is no object and no array. */
    public interface Taker {
        /**
         * Takes one value.
         *
         * @param path names of fields, the outermost first; arrays add none. No deeper than is of use
         * @param text of texts and numbers, cut off where it is very long
         */
        void value(List<String> path, Token token, String text, long offset);
    }

    private JsonFields() {}

    /** Whether an object of JSON begins here and all of these stand in its first part. */
    public static boolean mentions(Content content, String... words) {
        String head = content.text(0, (int) Math.min(HEAD, content.size()), StandardCharsets.ISO_8859_1);
        if (!head.stripLeading().startsWith("{")) {
            return false;
        }
        for (String word : words) {
            if (!head.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Reads the document, and says in a gap where it is none from some place on. Marks what was read. */
    public static void read(Content content, Inspection inspection, Taker taker) {
        var json = new JsonTokens(content, 0, content.size(), KEEP_MAX, inspection);
        List<String> path = new ArrayList<>();
        try {
            for (Token token = json.next(); token != Token.END; token = json.next()) {
                int depth = json.depth();
                switch (token) {
                    case BEGIN_OBJECT, BEGIN_ARRAY -> {}
                    case END_OBJECT, END_ARRAY -> cut(path, depth);
                    case NAME -> {
                        cut(path, depth - 1);
                        name(path, depth, json.text());
                    }
                    default ->
                        taker.value(
                                path.stream().filter(n -> !n.isEmpty()).toList(), token, json.text(), json.offset());
                }
            }
            long rest = json.position();
            while (rest < content.size() && " \t\r\n".indexOf(content.u8(rest)) >= 0) {
                rest++;
            }
            inspection.read(0, rest);
        } catch (BrokenJson broken) {
            inspection.gap(broken.offset(), "it is no JSON from here on: " + broken.what());
        }
    }

    private static void cut(List<String> path, int length) {
        while (path.size() > Math.max(0, length)) {
            path.removeLast();
        }
    }

    /** Levels that are arrays stand as empty names, so that a place in the path is a depth. */
    private static void name(List<String> path, int depth, String name) {
        while (path.size() < Math.min(depth - 1, DEPTH_MAX)) {
            path.add("");
        }
        if (path.size() < DEPTH_MAX) {
            path.add(name);
        }
    }
}
