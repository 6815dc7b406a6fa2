package io.casemate.scan.matrix;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Tensor;
import java.util.List;

/**
 * Reads models of fastText: arguments, a dictionary, and two matrices, plain or quantised (fastText, fasttext.cc, dictionary.cc,
 * matrix and productquantizer). Nothing in them is called.
 */
public final class FastTextScanner implements FormatScanner {
    private static final String MAGIC = "\u00ba\u0016O/";
    /** Magic number and version, then twelve numbers and a rate. */
    private static final int HEAD_BYTES = 8 + 12 * 4 + 8;

    private static final int WORD_MAX = 1 << 16;
    private static final long NORM_CENTROIDS = 256;

    @Override
    public String id() {
        return "fasttext";
    }

    @Override
    public Recognition recognises(Content content) {
        return content.has(0, MAGIC) && content.size() > HEAD_BYTES && content.u32(4) <= 12
                ? Recognition.CERTAIN
                : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "fastText");
        long at = dictionary(content, HEAD_BYTES, inspection);
        inspection.read(0, at);
        at = matrix("input", content, at, flag(content, at), inspection);
        matrix("output", content, at, flag(content, at), inspection);
        inspection.fact("format", "fastText of version " + content.u32(4));
    }

    private static boolean flag(Content content, long at) {
        int flag = content.u8(at);
        if (flag > 1) {
            throw new IndexOutOfBoundsException("a flag of %d at %d".formatted(flag, at));
        }
        return flag == 1;
    }

    /** Counts of entries, words, labels, tokens and pruned n-grams; entries of a word, how often, and its kind; pairs. */
    private static long dictionary(Content content, long from, Inspection inspection) {
        long entries = content.u32(from);
        long pruned = content.i64(from + 20);
        inspection.fact("vocabulary", Long.toString(content.u32(from + 4)));
        long at = from + 28;
        for (long i = 0; i < entries; i++) {
            if (i % 1024 == 0) {
                inspection.step();
            }
            long begun = at;
            while (content.u8(at) != 0) {
                at++;
                if (at - begun > WORD_MAX) {
                    throw new IndexOutOfBoundsException("a word of more than %d bytes".formatted(WORD_MAX));
                }
            }
            if (content.u8(at + 9) > 1) {
                throw new IndexOutOfBoundsException("an entry of kind %d".formatted(content.u8(at + 9)));
            }
            at += 10;
        }
        long pairs = Math.max(0, pruned);
        if (pairs > (content.size() - at) / 8) {
            throw new IndexOutOfBoundsException("%d pruned n-grams are claimed".formatted(pairs));
        }
        return at + 8 * pairs;
    }

    private static long matrix(String name, Content content, long at, boolean quantised, Inspection inspection) {
        if (quantised) {
            return quantised(name, content, at + 1, inspection);
        }
        long rows = content.i64(at + 1);
        long columns = content.i64(at + 9);
        inspection.read(at, 17);
        return floats(name, List.of(rows, columns), content, at + 17, inspection);
    }

    /** Codes, a quantiser of the columns, and where norms are apart their codes and quantiser. */
    private static long quantised(String name, Content content, long from, Inspection inspection) {
        boolean norms = flag(content, from);
        long rows = content.i64(from + 1);
        int codes = content.i32(from + 17);
        inspection.read(from - 1, 22);
        long at = packed(name, codes, content, from + 21, inspection);
        at = quantiser(name, content, at, inspection);
        if (norms) {
            at = packed(name + ".norms", rows, content, at, inspection);
            at = quantiser(name + ".norms", content, at, inspection);
        }
        return at;
    }

    private static long packed(String name, long bytes, Content content, long at, Inspection inspection) {
        inspection.tensor(new Tensor(
                name + ".codes",
                ElementType.PACKED,
                List.of(bytes),
                content.bytes().asSlice(at, bytes),
                at));
        return at + bytes;
    }

    private static long quantiser(String name, Content content, long at, Inspection inspection) {
        long width = content.u32(at);
        inspection.read(at, 16);
        return floats(name + ".centroids", List.of(NORM_CENTROIDS, width), content, at + 16, inspection);
    }

    private static long floats(String name, List<Long> shape, Content content, long at, Inspection inspection) {
        long left = (content.size() - at) / 4;
        long rows = shape.get(0);
        long columns = shape.get(1);
        if (rows < 0 || columns < 0 || (columns > 0 && rows > left / columns)) {
            throw new IndexOutOfBoundsException("a matrix of %d times %d is claimed".formatted(rows, columns));
        }
        long bytes = 4 * rows * columns;
        inspection.tensor(
                new Tensor(name, ElementType.F32, shape, content.bytes().asSlice(at, bytes), at));
        return at + bytes;
    }
}
