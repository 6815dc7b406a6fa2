package io.casemate.scan.media;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;

/** Messages of Arrow one after the other (Arrow Columnar Format, IPC streaming format). */
final class ArrowStream {
    private static final int BODY_LENGTH = 3;

    private ArrowStream() {}

    /** A continuation mark, a length, and a flatbuffer whose root lies in it. */
    static boolean begins(Content content) {
        return content.size() >= 24
                && content.u32(0) == 0xffff_ffffL
                && content.u32(4) > 8
                && content.u32(4) <= content.size() - 8
                && content.u32(4) % 8 == 0
                && content.u32(8) < content.u32(4) - 4;
    }

    static long end(Content content, Inspection inspection) {
        long at = 0;
        while (at + 8 <= content.size() && content.u32(at) == 0xffff_ffffL) {
            inspection.step();
            long length = content.u32(at + 4);
            if (length == 0) {
                return at + 8;
            }
            if (length > content.size() - at - 8) {
                return -1;
            }
            PythonExtension.tell(content, at + 8, length, inspection);
            long body = bodyLength(content, at + 8);
            if (body < 0 || body > content.size() - at - 8 - length) {
                return -1;
            }
            at += 8 + length + body;
        }
        return at;
    }

    /** A field of the root table: its place stands in the table's vtable, 0 where it is absent. */
    private static long bodyLength(Content content, long message) {
        long table = message + content.u32(message);
        long vtable = table - content.i32(table);
        int slot = 4 + 2 * BODY_LENGTH;
        int place = content.u16(vtable) > slot ? content.u16(vtable + slot) : 0;
        return place == 0 ? 0 : content.i64(table + place);
    }
}
