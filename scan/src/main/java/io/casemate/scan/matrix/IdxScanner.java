package io.casemate.scan.matrix;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads IDX, the format of MNIST: two zeros, a type, the number of dimensions, their sizes, the numbers. */
public final class IdxScanner implements FormatScanner {
    private static final int HEAD_BYTES = 4;
    private static final int DIMENSIONS_MAX = 8;

    @Override
    public String id() {
        return "idx";
    }

    @Override
    public Recognition recognises(Content content) {
        return size(content) == content.size() ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("format", "IDX");
        inspection.read(0, Math.min(content.size(), Math.max(0, size(content))));
    }

    /** How many bytes the head asks for; -1 where it is none. */
    private static long size(Content content) {
        if (content.size() < 2 * HEAD_BYTES || content.u16(0) != 0) {
            return -1;
        }
        int width = width(content.u8(2));
        int dimensions = content.u8(3);
        long head = HEAD_BYTES + 4L * dimensions;
        if (width == 0 || dimensions < 1 || dimensions > DIMENSIONS_MAX || head > content.size()) {
            return -1;
        }
        long numbers = 1;
        for (int i = 0; i < dimensions; i++) {
            long length = Integer.toUnsignedLong(Integer.reverseBytes(content.i32(HEAD_BYTES + 4L * i)));
            if (length == 0 || length > content.size()) {
                return -1;
            }
            numbers *= length;
            if (numbers > content.size()) {
                return -1;
            }
        }
        return head + numbers * width;
    }

    private static int width(int type) {
        return switch (type) {
            case 0x08, 0x09 -> 1;
            case 0x0b -> 2;
            case 0x0c, 0x0d -> 4;
            case 0x0e -> 8;
            default -> 0;
        };
    }
}
