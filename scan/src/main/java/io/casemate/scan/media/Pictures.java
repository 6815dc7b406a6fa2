package io.casemate.scan.media;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;

/** PNG, JPEG, GIF and BMP. */
final class Pictures {
    private static final int ICON_HEAD = 6;
    private static final int ICON_ENTRY = 16;
    private static final int ICONS_MAX = 256;
    /** Bytes of the head that every picture without a magic number of its own begins with. */
    private static final int BITMAP_HEAD = 40;

    private Pictures() {}

    /** Chunks of length, name, data and checksum, to IEND. */
    static long png(Content content, Inspection inspection) {
        long at = 8;
        while (true) {
            inspection.step();
            long length = Integer.toUnsignedLong(Integer.reverseBytes(content.i32(at)));
            boolean last = content.has(at + 4, "IEND");
            at += length + 12;
            if (last || at > content.size()) {
                return at;
            }
        }
    }

    /** Marked segments; after start of scan, coded data in which 0xff is followed by 0 or a restart marker. */
    static long jpeg(Content content, Inspection inspection) {
        long at = 2;
        while (true) {
            inspection.step();
            if (content.u8(at) != 0xff) {
                return -1;
            }
            int marker = content.u8(at + 1);
            if (marker == 0xff) {
                at++;
            } else if (marker == 0xd9) {
                return at + 2;
            } else if (marker == 1 || (marker >= 0xd0 && marker <= 0xd8)) {
                at += 2;
            } else {
                int length = content.u8(at + 2) << 8 | content.u8(at + 3);
                at += 2 + length;
                at = marker == 0xda ? afterScan(content, at, inspection) : at;
            }
        }
    }

    private static long afterScan(Content content, long from, Inspection inspection) {
        for (long at = from; ; at++) {
            if ((at & 0xffff) == 0) {
                inspection.step();
            }
            if (content.u8(at) == 0xff) {
                int next = content.u8(at + 1);
                if (next != 0 && (next < 0xd0 || next > 0xd7)) {
                    return at;
                }
            }
        }
    }

    /** Blocks, each a chain of sub-blocks, to the trailer. */
    static long gif(Content content, Inspection inspection) {
        int flags = content.u8(10);
        long at = 13L + palette(flags);
        while (true) {
            inspection.step();
            switch (content.u8(at)) {
                case 0x3b -> {
                    return at + 1;
                }
                case 0x21 -> at = afterSubBlocks(content, at + 2, inspection);
                case 0x2c -> at = afterSubBlocks(content, at + 11 + palette(content.u8(at + 9)), inspection);
                default -> {
                    return -1;
                }
            }
        }
    }

    private static int palette(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static long afterSubBlocks(Content content, long from, Inspection inspection) {
        long at = from;
        while (content.u8(at) != 0) {
            inspection.step();
            at += content.u8(at) + 1;
        }
        return at + 1;
    }

    /** Icons and pointers: a directory of pictures, each of which lies in the file. */
    static boolean isIcon(Content content) {
        if (content.size() < ICON_HEAD + ICON_ENTRY
                || content.u16(0) != 0
                || content.u16(2) < 1
                || content.u16(2) > 2) {
            return false;
        }
        int count = content.u16(4);
        long from = ICON_HEAD + (long) ICON_ENTRY * count;
        if (count == 0 || count > ICONS_MAX || from > content.size()) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            long entry = ICON_HEAD + (long) ICON_ENTRY * i;
            long length = content.u32(entry + 8);
            long offset = content.u32(entry + 12);
            boolean picture = offset >= from
                    && length > 8
                    && offset + length <= content.size()
                    && (content.has(offset, "\u0089PNG") || content.u32(offset) == BITMAP_HEAD);
            if (!picture || content.u8(entry + 3) != 0) {
                return false;
            }
        }
        return true;
    }

    static long icon(Content content, Inspection inspection) {
        long end = ICON_HEAD;
        for (int i = 0; i < content.u16(4); i++) {
            inspection.step();
            long entry = ICON_HEAD + (long) ICON_ENTRY * i;
            end = Math.max(end, content.u32(entry + 8) + content.u32(entry + 12));
        }
        return end;
    }

    static boolean isBmp(Content content) {
        return content.size() >= 26
                && content.has(0, "BM")
                && content.u32(6) == 0
                && content.u32(10) >= 26
                && content.u32(10) <= content.u32(2)
                && content.u32(14) >= 12
                && content.u32(14) <= 124;
    }
}
