package io.casemate.scan.media;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;

/** Stata's .dta, of which nothing is executed: formats 113 to 115 of Stata 8 to 12, and from 117 on (help dta). */
final class StataTable {
    private static final int HEADER = 109;
    private static final int HEAD = 1024;
    private static final int ENDS = 13;

    private StataTable() {}

    static boolean isMarked(Content content) {
        return content.has(0, "<stata_dta><header><release>1");
    }

    static boolean isPacked(Content content) {
        if (content.size() < HEADER || content.u8(0) < 113 || content.u8(0) > 115 || content.u8(2) != 1) {
            return false;
        }
        int order = content.u8(1);
        long columns = number(content, 4, 2, order == 1);
        boolean fits = (order == 1 || order == 2) && columns > 0 && HEADER + columns <= content.size();
        for (long i = 0; fits && i < Math.min(columns, 64); i++) {
            fits = width(content.u8(HEADER + i)) > 0;
        }
        return fits;
    }

    /** The map, fourteen offsets, says last where the file ends. */
    static long marked(Content content, Inspection inspection) {
        inspection.step();
        String head = content.text(0, (int) Math.min(HEAD, content.size()), StandardCharsets.ISO_8859_1);
        int map = head.indexOf("</header><map>");
        if (map < 0) {
            return -1;
        }
        long at = map + 14L + 8 * ENDS;
        return at + 8 > content.size() ? -1 : number(content, at, 8, head.contains("<byteorder>MSF"));
    }

    static long packed(Content content, Inspection inspection) {
        boolean big = content.u8(1) == 1;
        long columns = number(content, 4, 2, big);
        long row = 0;
        for (long i = 0; i < columns; i++) {
            inspection.step();
            row += width(content.u8(HEADER + i));
        }
        int format = content.u8(0) == 113 ? 12 : 49;
        long at = HEADER + columns * (1 + 33 + format + 33 + 81) + 2 * (columns + 1);
        for (long length = -1; length != 0; at += 5 + length) {
            inspection.step();
            length = number(content, at + 1, 4, big);
            if (content.u8(at) == 0 && length != 0) {
                return -1;
            }
        }
        at += row * number(content, 6, 4, big);
        while (at < content.size() && at + 40 <= content.size()) {
            inspection.step();
            at += 40 + number(content, at, 4, big);
        }
        return at;
    }

    /** Bytes of a value of a column; 0 where there is no such type. */
    private static int width(int type) {
        return switch (type) {
            case 251 -> 1;
            case 252 -> 2;
            case 253, 254 -> 4;
            case 255 -> 8;
            default -> type <= 244 ? type : 0;
        };
    }

    private static long number(Content content, long at, int bytes, boolean big) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | content.u8(big ? at + i : at + bytes - 1 - i);
        }
        return number;
    }
}
