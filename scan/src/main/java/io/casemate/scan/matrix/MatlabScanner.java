package io.casemate.scan.matrix;

import io.casemate.scan.archive.stream.SegmentInput;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Unpacked;
import java.util.zip.InflaterInputStream;

/** Reads MAT-files of level 5 (MathWorks, MAT-File Format, chapter 1). Those of 7.3 are HDF5. */
public final class MatlabScanner implements FormatScanner {
    private static final int HEAD_BYTES = 128;
    private static final int ORDER = 126;
    private static final int MATRIX = 14;
    private static final int COMPRESSED = 15;

    @Override
    public String id() {
        return "matlab";
    }

    @Override
    public Recognition recognises(Content content) {
        boolean order = content.has(ORDER, "IM") || content.has(ORDER, "MI");
        return order && content.has(0, "MATLAB 5.0 MAT-file") ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("format", "MATLAB");
        inspection.read(0, HEAD_BYTES);
        Order order = content.has(ORDER, "MI") ? Order.HIGH_FIRST : Order.LOW_FIRST;
        long at = HEAD_BYTES;
        while (at + 8 <= content.size()) {
            inspection.step();
            long length = order.u32(content, at + 4);
            Content element = content.slice(at + 8, length);
            long type = order.u32(content, at);
            if (type == MATRIX) {
                matrix(element, order, at, inspection);
            } else if (type == COMPRESSED) {
                unpack(element, order, at, inspection);
            } else {
                inspection.gap(at, "an element of type %d is not known".formatted(type));
            }
            inspection.read(at, 8 + length);
            at += 8 + length;
        }
        if (at < content.size()) {
            inspection.gap(at, "the last element is cut off");
        }
    }

    private static void unpack(Content element, Order order, long at, Inspection inspection) {
        Unpacked unpacked = Unpacked.of(
                () -> new InflaterInputStream(new SegmentInput(element.bytes())), element.size(), inspection);
        Content inner = Content.of(element.name(), unpacked.bytes());
        if (!unpacked.whole() || inner.size() < 8 || order.u32(inner, 0) != MATRIX) {
            inspection.gap(at, "a compressed element cannot be unpacked, or is no matrix");
            return;
        }
        matrix(inner.slice(8, Math.min(order.u32(inner, 4), inner.size() - 8)), order, at, inspection);
    }

    /** Its flags come first; their lowest byte is the class. Objects and functions are made by name. */
    private static void matrix(Content matrix, Order order, long at, Inspection inspection) {
        int kind = matrix.size() < 16 ? 0 : (int) (order.u32(matrix, 8) & 0xff);
        switch (kind) {
            case 3, 17 -> inspection.found("matlab/object", at, "a variable is an object of a class");
            case 16 -> inspection.found("matlab/function", at, "a variable is a function");
            default -> {
                if (kind < 1 || kind > 18) {
                    inspection.gap(at, "a variable has a class %d that is not known".formatted(kind));
                }
            }
        }
    }

    /** Which byte of a number comes first. */
    private enum Order {
        LOW_FIRST,
        HIGH_FIRST;

        long u32(Content content, long at) {
            int raw = content.i32(at);
            return Integer.toUnsignedLong(this == LOW_FIRST ? raw : Integer.reverseBytes(raw));
        }
    }
}
