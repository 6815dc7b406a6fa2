package io.casemate.scan.indicator;

import io.casemate.scan.spi.Content;

/** Whether content is text for people to read: what a README says is an instruction to them, and not a payload. */
final class PlainText {
    private static final int LOOKED_AT = 4096;

    private PlainText() {}

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
