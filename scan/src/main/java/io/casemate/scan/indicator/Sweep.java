package io.casemate.scan.indicator;

import io.casemate.scan.executable.EmbeddedExecutables;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks through the bytes of one content that holds no other: for executables everywhere, for words outside of tensors. */
public final class Sweep {
    private Sweep() {}

    /**
     * Tells what was found. To be called once for each content whose bytes are its own and not those of contents inside.
     *
     * @param tensorSpans where tensors lie: offset and length of each, in any order
     */
    public static void run(Content content, List<long[]> tensorSpans, Inspection inspection) {
        var spans = new ArrayList<>(tensorSpans);
        spans.sort(Comparator.comparingLong(span -> span[0]));
        long at = 0;
        for (long[] span : spans) {
            long begin = Math.clamp(span[0], at, content.size());
            long end = Math.clamp(span[0] + span[1], begin, content.size());
            words(content, at, begin - at, inspection);
            EmbeddedExecutables.find(content, begin, end - begin, true, inspection);
            at = end;
        }
        words(content, at, content.size() - at, inspection);
    }

    private static void words(Content content, long offset, long length, Inspection inspection) {
        EmbeddedExecutables.find(content, offset, length, false, inspection);
    }
}
