package io.casemate.scan.media;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;

/** Parquet, Arrow files and SQLite. */
final class Tables {
    private static final int SCHEMA_MAX = 4 << 20;

    private Tables() {}

    /** The metadata stands before its length and the last mark. */
    static long parquet(Content content, Inspection inspection) {
        long length = content.u32(content.size() - 8);
        if (length > content.size() - 12) {
            return -1;
        }
        PythonExtension.tell(content, content.size() - 8 - length, length, inspection);
        return content.size();
    }

    /** The footer, with the schema, stands before its length and the last mark; without it the file is cut off. */
    static long arrowFile(Content content, Inspection inspection) {
        if (!content.has(content.size() - 6, "ARROW1")) {
            return -1;
        }
        long length = content.u32(content.size() - 10);
        if (length > content.size() - 18) {
            return -1;
        }
        PythonExtension.tell(content, content.size() - 10 - length, length, inspection);
        PythonExtension.tell(content, 8, Math.min(SCHEMA_MAX, content.size() - 8), inspection);
        return content.size();
    }

    /** Pages of one size, whose number the header says since SQLite 3.7. */
    static long sqlite(Content content, Inspection inspection) {
        inspection.step();
        int pageBytes = content.u8(16) << 8 | content.u8(17);
        long pages = Integer.toUnsignedLong(Integer.reverseBytes(content.i32(28)));
        return pages == 0 ? content.size() : pages * (pageBytes == 1 ? 65_536 : pageBytes);
    }
}
