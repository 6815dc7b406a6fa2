package io.casemate.scan.indicator;

import io.casemate.scan.spi.Content;

/** Whether content is text for people to read: what a README says is an instruction to them, and not a payload. */
final class PlainText {
    private static final int LOOKED_AT = 4096;
    /** The longest first row of a data set. */
    private static final int ROW_MAX = 1 << 20;

    private PlainText() {}

    /** Whether it is rows of JSON, or an array of them: what a row says is neither an instruction nor a script. */
    static boolean isDataSet(Content content) {
        if (!looksSo(content)) {
            return false;
        }
        if (content.has(0, "[")) {
            return content.has(blanks(content, 1), "{");
        }
        if (!content.has(0, "{")) {
            return false;
        }
        long end = Math.min(content.size(), ROW_MAX);
        long at = 1;
        while (at < end && content.u8(at) != '\n') {
            at++;
        }
        return at < end && content.has(blanks(content, at), "{") && content.u8(before(content, at)) == '}';
    }

    private static long blanks(Content content, long from) {
        long at = from;
        while (at < Math.min(content.size(), from + 100) && content.u8(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static long before(Content content, long lineEnd) {
        long at = lineEnd - 1;
        while (at > 0 && content.u8(at) <= ' ') {
            at--;
        }
        return at;
    }

    /** Whether the first 4 KB hold no control characters but those of text. */
    static boolean looksSo(Content content) {
        long end = Math.min(content.size(), LOOKED_AT);
        for (long i = 0; i < end; i++) {
            int b = content.u8(i);
            if ((b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b) || b == 0x7f) {
                return false;
            }
        }
        return true;
    }
}
