package io.casemate.scan.media;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** PDF and fonts. */
final class Documents {
    private static final int WINDOW = 1 << 16;
    private static final int OVERLAP = 16;
    private static final List<String> ACTIONS = List.of("/JavaScript", "/JS", "/Launch");

    private Documents() {}

    /** Ends after its last mark of the end. */
    static long pdf(Content content, Inspection inspection) {
        long end = -1;
        boolean told = false;
        for (long at = 0; at < content.size(); at += WINDOW - OVERLAP) {
            inspection.step();
            String text = content.text(at, (int) Math.min(WINDOW, content.size() - at), StandardCharsets.ISO_8859_1);
            int mark = text.lastIndexOf("%%EOF");
            end = mark < 0 ? end : at + mark + 5;
            for (String action : ACTIONS) {
                int place = text.indexOf(action);
                if (place >= 0 && !told) {
                    inspection.found(
                            "media/pdf-action", at + place, "a PDF with the action %s".formatted(action.substring(1)));
                    told = true;
                }
            }
        }
        return end;
    }

    static boolean isFont(Content content) {
        boolean table = content.has(0, "\0\u0001\0\0\0") || content.has(0, "OTTO\0");
        return (table && content.u8(5) < 100 && content.u8(5) > 3 && isTag(content, 12))
                || content.has(0, "wOFF\0\u0001\0\0")
                || content.has(0, "wOFFOTTO")
                || content.has(0, "wOF2");
    }

    private static boolean isTag(Content content, long at) {
        for (int i = 0; i < 4; i++) {
            int c = at + i < content.size() ? content.u8(at + i) : 0;
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /** WOFF names its length; the tables of the others name theirs. */
    static long font(Content content, Inspection inspection) {
        inspection.step();
        if (content.has(0, "wOF")) {
            return Integer.toUnsignedLong(Integer.reverseBytes(content.i32(8)));
        }
        long end = 0;
        for (int i = 0; i < content.u8(5); i++) {
            long record = 12 + i * 16L;
            end = Math.max(end, big(content, record + 8) + (big(content, record + 12) + 3 & ~3L));
        }
        return Math.min(end, Math.max(content.size(), end - 3));
    }

    private static long big(Content content, long at) {
        return Integer.toUnsignedLong(Integer.reverseBytes(content.i32(at)));
    }
}
