package io.casemate.scan.media;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.List;

/** What stands behind the end of a format. */
final class Tail {
    /** How contents begin that somebody could want to hide: archives, pickles. Programs stay unread, so that they are told as hidden. */
    private static final List<String> KNOWN = List.of(
            "PK\u0003\u0004",
            "\u0080\u0002",
            "\u0080\u0003",
            "\u0080\u0004",
            "\u0080\u0005",
            "\u001f\u008b",
            "7z\u00bc\u00af",
            "BZh",
            "\u00fd7zXZ",
            "Rar!",
            "#!");

    private Tail() {}

    /** Blank bytes are padding; known contents are routed; the rest stays unread, which the engine names. */
    static void tell(Content content, long end, Inspection inspection) {
        long at = end;
        while (at < content.size() && isBlank(content.u8(at))) {
            at++;
            if ((at & 0xffff) == 0) {
                inspection.step();
            }
        }
        inspection.read(end, at - end);
        long start = at;
        if (start < content.size() && KNOWN.stream().anyMatch(magic -> content.has(start, magic))) {
            inspection.nested(content.slice(start, content.size() - start), start, content.size() - start);
        }
    }

    private static boolean isBlank(int b) {
        return b == 0 || b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
