package io.casemate.scan.matrix;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads the binary vectors of word2vec: a line with two counts, then words, each followed by a blank and its numbers. */
public final class WordVectorsScanner implements FormatScanner {
    private static final int LINE_MAX = 24;
    private static final int WORD_MAX = 4_096;
    private static final int DIMENSIONS_MAX = 100_000;

    @Override
    public String id() {
        return "word-vectors";
    }

    @Override
    public Recognition recognises(Content content) {
        long[] counts = counts(content);
        boolean fits = counts.length == 3 && counts[0] * (counts[1] * 4 + 2) <= content.size() - counts[2];
        return fits && content.size() > counts[2] ? Recognition.POSSIBLE : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        long[] counts = counts(content);
        if (counts.length < 3) {
            inspection.reject();
            return;
        }
        long at = counts[2];
        for (long i = 0; i < counts[0]; i++) {
            if ((i & 0xff) == 0) {
                inspection.step();
            }
            at = content.u8(at) == '\n' ? at + 1 : at;
            long end = wordEnd(content, at);
            if (end < 0 || end + counts[1] * 4 > content.size()) {
                inspection.reject();
                return;
            }
            at = end + counts[1] * 4;
        }
        if (content.size() - at > 1) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.fact("format", "word vectors");
        inspection.fact("vocabulary", Long.toString(counts[0]));
        inspection.read(0, content.size());
    }

    /** The byte behind the blank that ends a word, or -1. */
    private static long wordEnd(Content content, long from) {
        for (long at = from; at < Math.min(content.size(), from + WORD_MAX); at++) {
            int c = content.u8(at);
            if (c == ' ') {
                return at > from ? at + 1 : -1;
            }
            if (c < ' ' || c == 0x7f) {
                return -1;
            }
        }
        return -1;
    }

    /** Words, numbers of each, and where the first line ends; nothing where there is no such line. */
    private static long[] counts(Content content) {
        long[] counts = new long[3];
        int field = 0;
        for (int at = 0; at < Math.min(LINE_MAX, content.size()); at++) {
            int c = content.u8(at);
            if (c >= '0' && c <= '9') {
                counts[field] = counts[field] * 10 + c - '0';
            } else if (c == ' ' && field == 0 && at > 0) {
                field = 1;
            } else {
                counts[2] = at + 1L;
                boolean sane = c == '\n' && counts[0] > 0 && counts[0] < 1L << 31 && counts[1] > 0;
                return sane && counts[1] <= DIMENSIONS_MAX ? counts : new long[0];
            }
        }
        return new long[0];
    }
}
