package io.casemate.scan.numpy;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Tensor;
import java.util.List;
import java.util.Optional;

/** Reads one array. Where its elements are objects, a pickle follows the header, which is a content of its own. */
public final class NumpyScanner implements FormatScanner {
    private static final String MAGIC = "\u0093NUMPY";
    private static final int HEAD_BYTES = 8;

    @Override
    public String id() {
        return "numpy";
    }

    @Override
    public Recognition recognises(Content content) {
        return content.has(0, MAGIC) ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        if (content.size() < HEAD_BYTES || content.u8(6) < 1 || content.u8(6) > 3) {
            inspection.gap(0, "this version of the array format is not known");
            return;
        }
        if (NpyHeader.textOffset(content) + NpyHeader.textLength(content) > content.size()) {
            inspection.gap(0, "the header of the array is cut off");
            return;
        }
        Optional<NpyHeader> header = NpyHeader.read(content);
        if (header.isEmpty()) {
            inspection.found(
                    "numpy/odd-header",
                    NpyHeader.textOffset(content),
                    "the header of the array is not the literal that NumPy writes");
            rest(content, NpyHeader.textOffset(content), inspection);
            return;
        }
        inspection.read(0, header.get().data());
        body(content, header.get(), inspection);
    }

    private static void body(Content content, NpyHeader header, Inspection inspection) {
        long start = header.data();
        if (header.dtype().object()) {
            inspection.found("numpy/object-array", start, "the array holds Python objects, which are a pickle");
            rest(content, start, inspection);
            return;
        }
        long elements = header.shape().elements();
        long bytes = header.dtype().bytes();
        long left = content.size() - start;
        if (elements < 0 || (bytes > 0 && elements > left / bytes)) {
            inspection.found(
                    "numpy/short-data",
                    start,
                    "the array states shape %s of %d bytes each and has %d bytes"
                            .formatted(shown(header.shape()), bytes, left));
            inspection.gap(start, "the array is cut off");
            return;
        }
        long length = elements * bytes;
        if (length > 0) {
            inspection.tensor(tensor(content, header, start, length));
        }
        trailing(content, start + length, inspection);
    }

    private static Tensor tensor(Content content, NpyHeader header, long start, long length) {
        List<Long> lengths = header.shape().lengths();
        long numbers = length * 8 / header.dtype().type().bits();
        List<Long> shape = numbers == header.shape().elements()
                ? header.fortran() ? lengths.reversed() : lengths
                : List.of(numbers);
        return new Tensor(
                content.simpleName(),
                header.dtype().type(),
                shape,
                content.bytes().asSlice(start, length),
                start);
    }

    private static String shown(Shape shape) {
        return shape.lengths().stream().limit(8).toList().toString();
    }

    /** Saving twice into one file is a way to keep several arrays; anything else behind an array is odd. */
    private static void trailing(Content content, long start, Inspection inspection) {
        if (start < content.size() && !content.has(start, MAGIC)) {
            inspection.found(
                    "numpy/trailing-data", start, "%d bytes stand behind the array".formatted(content.size() - start));
        }
        rest(content, start, inspection);
    }

    private static void rest(Content content, long start, Inspection inspection) {
        long length = content.size() - start;
        if (length > 0) {
            var inner = new Content(
                    content.name() + "!(from byte " + start + ")",
                    content.bytes().asSlice(start, length),
                    content.family());
            inspection.nested(inner, start, length);
        }
    }
}
