package io.casemate.scan.archive.stream;

import io.casemate.scan.spi.Content;

/** Frames that decoders of Zstandard and LZ4 pass over (RFC 8878, 3.1.2). */
final class Frames {
    private static final int FRAMES_MAX = 1_000;
    private static final int SKIPPABLE = 0x184d2a50;
    private static final int HEAD_BYTES = 8;

    private Frames() {}

    /** Where the first frame that holds something would begin. */
    static long afterSkippable(Content content) {
        long at = 0;
        for (int i = 0; i < FRAMES_MAX && at <= content.size() - HEAD_BYTES; i++) {
            if ((content.i32(at) & ~0xf) != SKIPPABLE) {
                break;
            }
            at += HEAD_BYTES + content.u32(at + 4);
        }
        return at;
    }
}
