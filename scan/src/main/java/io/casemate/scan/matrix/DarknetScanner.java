package io.casemate.scan.matrix;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Tensor;
import java.util.List;

/**
 * Reads weights of Darknet: a version of three numbers, how many pictures were seen, and floats to the end (darknet,
 * src/parser.c). There is no magic number, so the floats have to look like weights.
 */
public final class DarknetScanner implements FormatScanner {
    private static final int VERSION_BYTES = 12;
    private static final int REVISION_MAX = 1_000;
    private static final int VERSION_MAX = 9;
    private static final long SEEN_MAX = 1L << 48;
    private static final int FLOATS_MIN = 16;
    private static final int SAMPLES = 1 << 16;
    private static final float LARGEST = 1e6f;
    private static final float SMALLEST = 1e-30f;

    @Override
    public String id() {
        return "darknet";
    }

    @Override
    public Recognition recognises(Content content) {
        if (content.size() < VERSION_BYTES + 8) {
            return Recognition.NO;
        }
        long major = content.u32(0);
        long minor = content.u32(4);
        boolean version = major <= VERSION_MAX && minor <= VERSION_MAX && major + minor > 0;
        if (!version || content.u32(8) > REVISION_MAX || seen(content) < 0 || seen(content) > SEEN_MAX) {
            return Recognition.NO;
        }
        long bytes = content.size() - head(content);
        return bytes % 4 == 0 && bytes / 4 >= FLOATS_MIN ? Recognition.POSSIBLE : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        int head = head(content);
        if (!looksLikeWeights(content, head)) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.fact("framework", "Darknet");
        inspection.fact("pictures seen", Long.toString(seen(content)));
        inspection.read(0, head);
        long bytes = content.size() - head;
        inspection.tensor(new Tensor(
                "weights", ElementType.F32, List.of(bytes / 4), content.bytes().asSlice(head, bytes), head));
    }

    /** Since version 0.2 the number of pictures has eight bytes. */
    private static boolean wide(Content content) {
        return content.u32(0) * 10 + content.u32(4) >= 2;
    }

    private static int head(Content content) {
        return VERSION_BYTES + (wide(content) ? 8 : 4);
    }

    private static long seen(Content content) {
        return wide(content) ? content.i64(VERSION_BYTES) : content.u32(VERSION_BYTES);
    }

    /** Whether all of some floats are finite and of a size that weights have, and not most of them zero. */
    private static boolean looksLikeWeights(Content content, int head) {
        long floats = (content.size() - head) / 4;
        long step = Math.max(1, floats / SAMPLES);
        long zeros = 0;
        long taken = 0;
        for (long i = 0; i < floats; i += step) {
            float value = Float.intBitsToFloat(content.i32(head + 4 * i));
            float size = Math.abs(value);
            if (!(size < LARGEST) || (size < SMALLEST && size > 0)) {
                return false;
            }
            zeros += size == 0 ? 1 : 0;
            taken++;
        }
        return zeros * 2 < taken;
    }
}
