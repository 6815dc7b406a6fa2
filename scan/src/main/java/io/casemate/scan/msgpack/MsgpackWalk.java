package io.casemate.scan.msgpack;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks one value with all that is in it. */
final class MsgpackWalk {
    private static final int DEPTH_MAX = 500;
    private static final int TEXT_MAX = 64 << 10;
    private static final int NAME_MAX = 256;
    private static final int STEPS = 1_024;
    private static final Set<String> REDUCE =
            Set.of("__reduce__", "__reduce_ex__", "py/reduce", "py/object/apply", "__pickle__");

    /** A container that is open: how many values are still to come, and whether they are keys by turns. */
    private static final class Open {
        final boolean map;
        final String path;
        long left;
        String key = "";

        Open(boolean map, String path, long left) {
            this.map = map;
            this.path = path;
            this.left = left;
        }

        boolean atKey() {
            return map && left % 2 == 0;
        }
    }

    private final Content content;
    private final Inspection inspection;
    private final Deque<Open> open = new ArrayDeque<>();

    MsgpackWalk(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    /** Walks the value at an offset; the offset behind it. */
    long walk(long from) {
        long at = from;
        long items = 0;
        do {
            if (items++ % STEPS == 0) {
                inspection.step();
            }
            Item item = Item.at(content, at);
            at = item.next();
            value(item);
            while (!open.isEmpty() && open.peek().left == 0) {
                open.pop();
            }
        } while (!open.isEmpty());
        return at;
    }

    private void value(Item item) {
        Open in = open.peek();
        boolean key = in != null && in.atKey();
        String path = in == null ? "" : in.path + in.key;
        if (in != null) {
            in.left--;
        }
        switch (item.kind()) {
            case MAP, ARRAY -> enter(item, path);
            case TEXT -> text(item, key ? in : null);
            case BINARY -> binary(item, key ? in : null);
            case EXTENSION -> extension(item, path);
            case NUMBER, TRUTH, NIL -> {}
        }
    }

    private void enter(Item item, String path) {
        if (open.size() == DEPTH_MAX) {
            inspection.found(
                    "msgpack/nesting",
                    item.body(),
                    "values are nested deeper than %d levels, which no reader survives".formatted(DEPTH_MAX));
            throw new IndexOutOfBoundsException("nested deeper than %d levels".formatted(DEPTH_MAX));
        }
        boolean map = item.kind() == Item.Kind.MAP;
        String prefix = path.isEmpty() || path.length() > NAME_MAX ? path : path + "/";
        open.push(new Open(map, prefix, map ? item.length() * 2 : item.length()));
    }

    private void text(Item item, @Nullable Open keyOf) {
        String text = content.text(item.body(), (int) Math.min(item.length(), TEXT_MAX));
        if (keyOf != null) {
            keyOf.key = text.length() > NAME_MAX ? text.substring(0, NAME_MAX) : text;
            if (REDUCE.contains(text)) {
                inspection.found(
                        "msgpack/reduce",
                        item.body(),
                        "the key %s asks a decoder to call what is named with it".formatted(Snippet.quoted(text)));
            }
        } else {
            Snippet.codeIn(text)
                    .ifPresent(code -> inspection.found(
                            "msgpack/code", item.body(), "a text holds code: %s".formatted(Snippet.quoted(code))));
        }
    }

    /** Arrays of objects are written as pickles by some encoders: whatever begins and ends like one is routed. */
    private void binary(Item item, @Nullable Open keyOf) {
        if (keyOf != null) {
            keyOf.key = content.text(item.body(), (int) Math.min(item.length(), NAME_MAX));
        } else {
            pickle(item);
        }
    }

    private void pickle(Item item) {
        if (item.length() > 3
                && content.u8(item.body()) == 0x80
                && content.u8(item.body() + 1) <= 5
                && content.u8(item.body() + item.length() - 1) == '.') {
            inspection.nested(content.slice(item.body(), item.length()), item.body(), item.length());
        }
    }

    private void extension(Item item, String path) {
        pickle(item);
        switch ((int) item.extension()) {
            case 1, 3 -> FlaxArray.tell(content, path, item, inspection);
            case 2, -1 -> {} // a complex number, a time
            default -> inspection.gap(item.body(), "an extension of type %d is not known".formatted(item.extension()));
        }
    }
}
