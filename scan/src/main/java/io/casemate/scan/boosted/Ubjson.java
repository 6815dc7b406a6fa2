package io.casemate.scan.boosted;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;

/** Universal Binary JSON (ubjson.org, draft 12) as XGBoost writes it: big-endian, with typed and counted arrays. */
final class Ubjson {
    private static final int DEPTH_MAX = 100;
    private static final int TEXT_MAX = 64 << 10;

    private final Content content;
    private final Inspection inspection;
    private long at;

    Ubjson(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    /** An object whose first name is one of XGBoost's. */
    static boolean begins(Content content) {
        return content.has(0, "{L\0\0\0\0\0\0\0\u0007learner{")
                || content.has(0, "{L\0\0\0\0\0\0\0\u0007version[")
                || content.has(0, "{L\0\0\0\0\0\0\0\u0006Config{")
                || content.has(0, "{L\0\0\0\0\0\0\0\u0005Model{");
    }

    void read() {
        value(content.u8(at++), "", 0);
        inspection.read(0, at);
    }

    private void value(int type, String name, int depth) {
        inspection.step();
        switch (type) {
            case 'Z', 'N', 'T', 'F' -> {}
            case 'S', 'H' -> Tree.text(text(), at, inspection);
            case '[' -> array(name, depth + 1);
            case '{' -> object(depth + 1);
            default -> skip(width(type));
        }
    }

    private void object(int depth) {
        bounded(depth);
        Head head = head();
        if (head.type != 0) {
            throw new IndexOutOfBoundsException("an object of one type at %d".formatted(at));
        }
        for (long i = 0; head.count < 0 ? content.u8(at) != '}' : i < head.count; i++) {
            String name = text();
            value(content.u8(at++), name, depth);
        }
        at += head.count < 0 ? 1 : 0;
    }

    private void array(String name, int depth) {
        bounded(depth);
        long start = at;
        Head head = head();
        if (head.type != 0 && head.type != '[' && head.type != '{' && head.type != 'S') {
            long width = width(head.type);
            if (width > 0 && head.count > (content.size() - at) / width) {
                throw new IndexOutOfBoundsException("%d numbers at %d".formatted(head.count, at));
            }
            children(name, head, start);
            skip(head.count * width);
            return;
        }
        for (long i = 0; head.count < 0 ? content.u8(at) != ']' : i < head.count; i++) {
            value(head.type != 0 ? head.type : content.u8(at++), "", depth);
        }
        at += head.count < 0 ? 1 : 0;
    }

    private void children(String name, Head head, long start) {
        if (head.type != 'l' || !(name.equals("left_children") || name.equals("right_children"))) {
            return;
        }
        long most = -1;
        for (long i = 0; i < head.count; i++) {
            int child = Integer.reverseBytes(content.i32(at + i * 4));
            most = child < -1 ? Integer.MAX_VALUE : Math.max(most, child);
        }
        Tree.child(most, Math.max(head.count, 1), start, inspection);
    }

    /** What may stand behind an opening bracket: a type of all items, their count; -1 where an end stands instead. */
    private record Head(int type, long count) {}

    private Head head() {
        int type = 0;
        if (content.u8(at) == '$') {
            type = content.u8(at + 1);
            at += 2;
        }
        if (content.u8(at) == '#') {
            at++;
            long count = length();
            if (count > content.size() - at && "ZNTF".indexOf(type) < 0) {
                throw new IndexOutOfBoundsException("%d items at %d".formatted(count, at));
            }
            return new Head(type, count);
        }
        if (type != 0) {
            throw new IndexOutOfBoundsException("a type without a count at %d".formatted(at));
        }
        return new Head(0, -1);
    }

    private String text() {
        long length = length();
        if (length > content.size() - at) {
            throw new IndexOutOfBoundsException("a text of %d bytes at %d".formatted(length, at));
        }
        String text = content.text(at, (int) Math.min(length, TEXT_MAX));
        at += length;
        return text;
    }

    private long length() {
        int type = content.u8(at++);
        if ("iUIlL".indexOf(type) < 0) {
            throw new IndexOutOfBoundsException("a length is missing at %d".formatted(at));
        }
        int width = width(type);
        long length = 0;
        for (int i = 0; i < width; i++) {
            length = length << 8 | content.u8(at + i);
        }
        at += width;
        if (length < 0) {
            throw new IndexOutOfBoundsException("a negative length at %d".formatted(at));
        }
        return length;
    }

    private void skip(long bytes) {
        if (bytes > content.size() - at) {
            throw new IndexOutOfBoundsException("%d bytes at %d".formatted(bytes, at));
        }
        at += bytes;
    }

    private int width(int type) {
        return switch (type) {
            case 'i', 'U', 'C' -> 1;
            case 'I' -> 2;
            case 'l', 'd' -> 4;
            case 'L', 'D' -> 8;
            case 'Z', 'N', 'T', 'F' -> 0;
            default -> throw new IndexOutOfBoundsException("no value is of type %d at %d".formatted(type, at));
        };
    }

    private static void bounded(int depth) {
        if (depth > DEPTH_MAX) {
            throw new IndexOutOfBoundsException("nested deeper than %d levels".formatted(DEPTH_MAX));
        }
    }
}
