package io.casemate.scan.safetensors;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads safetensors: length of the header (8 bytes, little-endian), header, tensors. Stricter than loaders are: every byte
 * belongs to exactly one tensor (github.com/huggingface/safetensors, format).
 */
public final class SafetensorsScanner implements FormatScanner {
    private static final long HEADER_MAX = 100_000_000;

    @Override
    public String id() {
        return "safetensors";
    }

    /** The length is below 2^56, so that no text is taken for one, or is absurd and has zeros in it. */
    @Override
    public Recognition recognises(Content content) {
        if (content.size() < 10 || content.u8(8) != '{' || (content.i64(0) < 2 && content.i64(0) >= 0)) {
            return Recognition.NO;
        }
        boolean zeros = false;
        for (int i = 0; i < 8; i++) {
            zeros |= content.u8(i) == 0;
        }
        return zeros && "\"} \n\r\t".indexOf(content.u8(9)) >= 0 ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("format", "safetensors");
        long length = content.i64(0);
        if (length < 0 || length > HEADER_MAX) {
            inspection.found(
                    "safetensors/oversized-header",
                    0,
                    "the header claims %s bytes, above the %d that the format allows"
                            .formatted(Long.toUnsignedString(length), HEADER_MAX));
            return;
        }
        if (length > content.size() - 8) {
            inspection.found(
                    "safetensors/out-of-bounds",
                    0,
                    "the header claims %d bytes, the file has %d after its length"
                            .formatted(length, content.size() - 8));
            return;
        }
        inspection.read(0, 8 + length);
        List<Entry> entries = new ArrayList<>(Header.read(content, length, inspection));
        layout(entries, content.size() - 8 - length, 8 + length, inspection);
        for (Entry entry : entries) {
            inspection.step();
            tell(entry, content, 8 + length, inspection);
        }
    }

    private static void layout(List<Entry> entries, long size, long base, Inspection inspection) {
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long reached = 0;
        for (Entry entry : entries) {
            if (entry.begin() < reached && entry.end() > entry.begin()) {
                inspection.found(
                        "safetensors/overlap",
                        entry.at(),
                        "tensor %s shares bytes with another one".formatted(Snippet.quoted(entry.name())));
            } else if (entry.begin() > reached) {
                hole(base + reached, entry.begin() - reached, inspection);
            }
            reached = Math.max(reached, entry.end());
        }
        if (reached < size) {
            hole(base + reached, size - reached, inspection);
        }
    }

    private static void hole(long offset, long length, Inspection inspection) {
        inspection.found("safetensors/hole", offset, "%d bytes belong to no tensor".formatted(length));
    }

    private static void tell(Entry entry, Content content, long base, Inspection inspection) {
        long size = content.size() - base;
        if (entry.begin() > entry.end() || entry.end() > size) {
            inspection.found(
                    "safetensors/out-of-bounds",
                    entry.at(),
                    "tensor %s reaches from %d to %d, the file has %d bytes of tensors"
                            .formatted(Snippet.quoted(entry.name()), entry.begin(), entry.end(), size));
            return;
        }
        var dtype = Dtype.of(entry.dtype());
        if (dtype.isEmpty()) {
            inspection.gap(entry.at(), "numbers of type %s are not known".formatted(Snippet.quoted(entry.dtype())));
            return;
        }
        long length = entry.end() - entry.begin();
        if (bytes(entry.shape(), dtype.get().bits) != length) {
            inspection.found(
                    "safetensors/length-mismatch",
                    entry.at(),
                    "tensor %s takes %d bytes, its shape needs another number"
                            .formatted(Snippet.quoted(entry.name()), length));
            return;
        }
        List<Long> shape = new ArrayList<>(entry.shape());
        if (dtype.get() == Dtype.C64) {
            shape.add(2L);
        }
        inspection.tensor(new Tensor(
                entry.name(),
                dtype.get().element,
                shape,
                content.bytes().asSlice(base + entry.begin(), length),
                base + entry.begin()));
    }

    /** Bytes that a shape needs; -1 where they are not whole or overflow. */
    private static long bytes(List<Long> shape, int bits) {
        long total = bits;
        for (long length : shape) {
            long high = Math.multiplyHigh(total, length);
            total *= length;
            if (high != 0 || total < 0) {
                return -1;
            }
        }
        return total % 8 == 0 ? total / 8 : -1;
    }
}
