package io.casemate.scan.msgpack;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads MessagePack that begins with a map of names, or a list of such maps: checkpoints of Flax and JAX, layers of spaCy. */
public final class MsgpackScanner implements FormatScanner {
    private static final int LISTS_MAX = 2;

    @Override
    public String id() {
        return "msgpack";
    }

    @Override
    public Recognition recognises(Content content) {
        try {
            return isNamed(content) ? Recognition.POSSIBLE : Recognition.NO;
        } catch (IndexOutOfBoundsException tooShort) {
            return Recognition.NO;
        }
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
        long at = 0;
        while (at < content.size()) {
            long next = new MsgpackWalk(content, inspection).walk(at);
            inspection.read(at, next - at);
            at = next;
        }
    }
}
