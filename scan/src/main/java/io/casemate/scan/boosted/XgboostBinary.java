package io.casemate.scan.boosted;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;

/** The binary format that XGBoost wrote until 2.0: fixed structures one after the other (src/learner.cc, src/tree). */
final class XgboostBinary {
    private static final int LEARNER = 136;
    private static final int BOOSTER = 160;
    private static final int LINEAR = 136;
    private static final int TREE = 148;
    private static final int NODE = 20;
    private static final int STATISTICS = 16;
    private static final int TEXT_MAX = 64 << 10;

    private final Content content;
    private final Inspection inspection;
    private long at = 4 + LEARNER;

    private XgboostBinary(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    static void read(Content content, Inspection inspection) {
        new XgboostBinary(content, inspection).read();
    }

    private void read() {
        text();
        String booster = text();
        switch (booster) {
            case "gbtree" -> trees();
            case "dart" -> {
                trees();
                skip(count(4) * 4);
            }
            case "gblinear" -> {
                skip(LINEAR);
                skip(count(4) * 4);
            }
            default -> throw new IndexOutOfBoundsException("no booster at %d".formatted(at));
        }
        if (content.i32(4 + 12) != 0) {
            for (long left = count(16) * 2; left > 0; left--) {
                Tree.text(text(), at, inspection);
            }
        }
        if (content.i32(4 + 16) != 0) {
            for (long left = count(8); left > 0; left--) {
                text();
            }
        }
        inspection.read(0, at);
    }

    private void trees() {
        long trees = content.u32(at);
        skip(BOOSTER);
        for (long i = 0; i < trees; i++) {
            inspection.step();
            long nodes = content.u32(at + 4);
            long start = at;
            skip(TREE);
            for (long n = 0; n < nodes; n++) {
                Tree.child(content.i32(at + n * NODE + 4), nodes, start, inspection);
            }
            skip(nodes * (NODE + STATISTICS));
        }
        skip(trees * 4);
    }

    private String text() {
        inspection.step();
        long length = count(1);
        String text = content.text(at, (int) Math.min(length, TEXT_MAX));
        at += length;
        return text;
    }

    private long count(int itemBytes) {
        long count = content.i64(at);
        at += 8;
        if (count < 0 || count > (content.size() - at) / itemBytes) {
            throw new IndexOutOfBoundsException("%d items at %d".formatted(count, at));
        }
        return count;
    }

    private void skip(long bytes) {
        if (bytes > content.size() - at) {
            throw new IndexOutOfBoundsException("%d bytes at %d".formatted(bytes, at));
        }
        at += bytes;
    }
}
