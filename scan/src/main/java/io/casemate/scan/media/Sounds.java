package io.casemate.scan.media;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;

/** Sounds and films: RIFF (WAV, AVI, WebP), Ogg, MP3, MP4. */
final class Sounds {
    private Sounds() {}

    static boolean isRiff(Content content) {
        return content.has(0, "RIFF") && (content.has(8, "WAVE") || content.has(8, "WEBP") || content.has(8, "AVI "));
    }

    static long riff(Content content, Inspection inspection) {
        inspection.step();
        long length = content.u32(4);
        return 8 + length + (length & 1) > content.size() ? 8 + length : 8 + length + (length & 1);
    }

    static boolean isMp3(Content content) {
        return (content.has(0, "ID3") && content.u8(3) < 5 && (content.u8(6) & 0x80) == 0)
                || (content.has(0, (byte) 0xff, (byte) 0xfb)
                        && (content.u8(2) & 0xf0) != 0xf0
                        && isSecondFrame(content));
    }

    /** Whether a second frame of MPEG 1, layer 3 follows where the first ends. */
    private static boolean isSecondFrame(Content content) {
        int[] kilobits = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
        int[] hertz = {44_100, 48_000, 32_000, 1};
        int third = content.u8(2);
        int length = 144_000 * kilobits[third >> 4] / hertz[(third >> 2) & 3] + ((third >> 1) & 1);
        return length > 4 && content.has(length, (byte) 0xff, (byte) 0xfb);
    }

    /** Pages of a header, a table of segment lengths, and the segments. */
    static long ogg(Content content, Inspection inspection) {
        long at = 0;
        while (content.has(at, "OggS")) {
            inspection.step();
            int segments = content.u8(at + 26);
            long data = at + 27 + segments;
            for (int i = 0; i < segments; i++) {
                data += content.u8(at + 27 + i);
            }
            at = data;
        }
        return at;
    }

    /** Boxes of length and name; a length of 1 stands for a longer one behind, 0 for the rest of the file. */
    static long boxes(Content content, Inspection inspection) {
        long at = 0;
        while (at + 8 <= content.size() && isName(content, at + 4)) {
            inspection.step();
            long length = Integer.toUnsignedLong(Integer.reverseBytes(content.i32(at)));
            if (length == 1) {
                length = Long.reverseBytes(content.i64(at + 8));
            } else if (length == 0) {
                return content.size();
            }
            if (length < 8 || length > content.size() - at) {
                return -1;
            }
            at += length;
        }
        return at;
    }

    private static boolean isName(Content content, long at) {
        for (int i = 0; i < 4; i++) {
            int c = content.u8(at + i);
            if ((c < ' ' || c > '~') && c != 0xa9) {
                return false;
            }
        }
        return true;
    }
}
