package io.casemate.scan.pickle;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** What stands after the STOP of the last pickle. */
final class Trailing {
    /** Line ends and checksums that honest writers may add. */
    private static final int SMALL = 16;

    private static final int STEP = 64 << 10;

    private Trailing() {}

    /** Whether a further pickle begins there. */
    static boolean pickle(Content content, long at) {
        return Skim.recognises(content.slice(at, content.size() - at)) != Recognition.NO;
    }

    /** Blanks and zeros are read; other content is handed on, and told where it is more than a few bytes. */
    static void tell(Content content, long at, Inspection inspection) {
        long rest = content.size() - at;
        if (rest == 0) {
            return;
        }
        if (blank(content, at, inspection)) {
            inspection.read(at, rest);
            return;
        }
        if (rest > SMALL) {
            inspection.found(
                    "pickle/trailing-data",
                    at,
                    "%,d bytes that are no pickle stand after the last one".formatted(rest));
        }
        inspection.nested(content.slice(content.name() + "!after@" + at, at, rest), at, rest);
    }

    private static boolean blank(Content content, long at, Inspection inspection) {
        for (long i = at; i < content.size(); i++) {
            int letter = content.u8(i);
            if (letter != 0 && letter != '\n' && letter != '\r' && letter != ' ') {
                return false;
            }
            if (i % STEP == 0) {
                inspection.step();
            }
        }
        return true;
    }
}
