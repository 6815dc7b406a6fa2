package io.casemate.scan.indicator;

import io.casemate.scan.executable.EmbeddedExecutables;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;

/** Looks through the bytes of one content that holds no other: for executables everywhere, for words outside of tensors. */
public final class Sweep {
    /** Bytes of a window that are looked at; with what lies around them they stay in the processor's second cache. */
    private static final int WINDOW = 128 << 10;

    private Sweep() {}

    /**
     * Tells what was found. To be called once for each content whose bytes are its own and not those of contents inside.
     *
     * @param tensorSpans where tensors lie: offset and length of each, in any order
     * @param unusual where in tensors executables are to be sought, in the same form
     */
    public static void run(Content content, List<long[]> tensorSpans, List<long[]> unusual, Inspection inspection) {
        var spans = new ArrayList<>(tensorSpans);
        spans.sort(Comparator.comparingLong(span -> span[0]));
        boolean executable = EmbeddedExecutables.begins(content);
        var words = new Words(PlainText.looksSo(content), PlainText.isDataSet(content), inspection);
        long at = 0;
        for (long[] span : spans) {
            long begin = Math.clamp(span[0], at, content.size());
            long end = Math.clamp(span[0] + span[1], begin, content.size());
            between(content, at, begin, executable, words, inspection);
            at = end;
        }
        between(content, at, content.size(), executable, words, inspection);
        for (long[] span : unusual) {
            long begin = Math.clamp(span[0], 0, content.size());
            long end = Math.clamp(span[0] + span[1], begin, content.size());
            EmbeddedExecutables.find(content, begin, end - begin, true, inspection);
        }
        words.tellFacts();
    }

    private static void between(
            Content content, long from, long to, boolean executable, Words words, Inspection inspection) {
        if (from >= to) {
            return;
        }
        var executables = EmbeddedExecutables.in(content, from, inspection);
        // libraries hold other libraries: code of graphics processors, installers
        LongConsumer magics = executable ? _ -> {} : executables::magic;
        var buffer = new byte[(int) Math.min(to - from, Words.BEHIND + WINDOW + Words.AHEAD)];
        for (long at = from; at < to; at += WINDOW) {
            inspection.step();
            int behind = (int) Math.min(Words.BEHIND, at - from);
            int length = (int) Math.min(buffer.length, to - (at - behind));
            content.copy(at - behind, buffer, length);
            words.look(buffer, behind, Math.min(behind + WINDOW, length), length, at - behind, magics);
        }
    }
}
