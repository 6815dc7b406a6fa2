package io.casemate.scan.msgpack;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads MessagePack that begins with a map of names, or a list of such maps: checkpoints of Flax and JAX, layers of spaCy. */
public final class MsgpackScanner implements FormatScanner {
    private static final int LISTS_MAX = 2;
    private static final int DEPTH_SURE = 600;
    private static final int HEAD_BYTES = 5;
    /** A content so short holds no thousand million values, at most a few that show the head to be meant. */
    private static final long OVERCOUNTED_MAX = 1 << 10;

    @Override
    public String id() {
        return "msgpack";
    }

    @Override
    public Recognition recognises(Content content) {
        try {
            return isDeep(content) || isOvercounted(content) || isNamed(content)
                    ? Recognition.POSSIBLE
                    : Recognition.NO;
        } catch (IndexOutOfBoundsException tooShort) {
            return Recognition.NO;
        }
    }

    /** Lists of one list in one another, and nothing else at the beginning: what no text and no number begins with. */
    private static boolean isDeep(Content content) {
        if (content.size() < DEPTH_SURE) {
            return false;
        }
        for (int level = 0; level < DEPTH_SURE; level++) {
            int head = content.u8(level);
            if (head != 0x91 && head != 0x81) {
                return false;
            }
        }
        return content.u8(0) == 0x91;
    }

    /** A list or map of thousands of millions in a content that could not hold them, and a value behind its head if any. */
    private static boolean isOvercounted(Content content) {
        return content.size() >= HEAD_BYTES
                && content.size() < OVERCOUNTED_MAX
                && (content.u8(0) == 0xdd || content.u8(0) == 0xdf)
                && content.u8(1) >= 0x40
                && (content.size() == HEAD_BYTES || Item.at(content, HEAD_BYTES).next() <= content.size());
    }

    /** A map that is not empty, whose first key is a printable name. */
    private static boolean isNamed(Content content) {
        Item map = Item.at(content, 0);
        for (int level = 0; level < LISTS_MAX && map.kind() == Item.Kind.ARRAY && map.length() > 0; level++) {
            map = Item.at(content, map.next());
        }
        if (map.kind() != Item.Kind.MAP || map.length() == 0) {
            return false;
        }
        Item key = Item.at(content, map.next());
        if ((key.kind() != Item.Kind.TEXT && key.kind() != Item.Kind.BINARY)
                || key.length() == 0
                || key.length() > 256) {
            return false;
        }
        for (long i = 0; i < key.length(); i++) {
            int c = content.u8(key.body() + i);
            if (c < ' ' || c == 0x7f) {
                return false;
            }
        }
        Item.at(content, key.next());
        return true;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("format", "MessagePack");
        if (isOvercounted(content)) {
            inspection.found(
                    "msgpack/count",
                    0,
                    "%,d values are said to follow in %,d bytes"
                            .formatted(Integer.toUnsignedLong(Integer.reverseBytes(content.i32(1))), content.size()));
        }
        long at = 0;
        while (at < content.size()) {
            long next = new MsgpackWalk(content, inspection).walk(at);
            inspection.read(at, next - at);
            at = next;
        }
    }
}
