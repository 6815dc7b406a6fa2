package io.casemate.scan.torch;

import io.casemate.scan.call.Value;
import io.casemate.scan.pickle.PickleReader;
import io.casemate.scan.pickle.PickleReading;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * Reads two members of the tars that PyTorch wrote before 0.1.10: {@code storages}, where a pickle before each storage names it
 * and its type, and {@code tensors}, where a pickle before each head of a tensor names its storage. PyTorch finds them by their
 * names. Source: torch/serialization.py, {@code legacy_load}.
 */
public final class LegacyTarScanner implements FormatScanner {
    private static final int DIMENSIONS_MAX = 64;

    @Override
    public String id() {
        return "torch-tar";
    }

    @Override
    public Recognition recognises(Content content) {
        return PickleReader.legacyTar(content) ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "PyTorch");
        PickleReading count = PickleReader.read(content, inspection);
        if (!count.complete()) {
            return;
        }
        if (!(count.result() instanceof Value.Whole(long items))) {
            inspection.gap(0, "what stands first is no number of items");
            return;
        }
        boolean storages = content.simpleName().equals("storages");
        long at = count.end();
        for (long i = 0; i < items && at >= 0; i++) {
            inspection.step();
            PickleReading head = PickleReader.read(content, at, inspection);
            if (!head.complete()) {
                return;
            }
            at = storages ? storage(content, head, inspection) : tensor(content, head.end(), inspection);
        }
        if (storages && at >= 0 && at < content.size()) {
            PickleReader.read(content, at, inspection); // which storages are views of which
        }
    }

    /** Tells one storage: its length in elements, then its numbers. Returns where it ends, -1 where it has no end. */
    private static long storage(Content content, PickleReading head, Inspection inspection) {
        long at = head.end();
        Optional<StorageType> type = Optional.empty();
        String key = "";
        if (head.result() instanceof Value.Items(List<Value> parts, boolean complete)
                && complete
                && parts.size() == 3) {
            key = parts.getFirst() instanceof Value.Whole(long number)
                    ? Long.toString(number)
                    : parts.getFirst() instanceof Value.Text(String text) ? text : "";
            type = parts.getLast() instanceof Value.Global global
                    ? StorageType.of(global.qualified())
                    : Optional.empty();
        }
        if (type.isEmpty()) {
            inspection.gap(at, "a storage is of a type that is not known");
            return -1;
        }
        long elements = content.i64(at);
        long start = at + Long.BYTES;
        long width = type.get().elementBytes();
        if (elements < 0 || elements > (content.size() - start) / width) {
            inspection.gap(at, "a storage reaches over the end");
            return -1;
        }
        inspection.read(at, Long.BYTES);
        if (elements > 0) {
            ElementType element = type.get().type();
            long numbers = elements * width * 8 / element.bits();
            inspection.tensor(new Tensor(
                    "storage " + key.replaceAll("\\W", "?"),
                    element,
                    List.of(numbers),
                    content.slice(start, elements * width).bytes(),
                    start));
        }
        return start + elements * width;
    }

    /** Passes the head of a tensor: its dimensions, their lengths, strides and the offset. */
    private static long tensor(Content content, long at, Inspection inspection) {
        long dimensions = content.u32(at);
        long end = at + Long.BYTES + 2 * dimensions * Long.BYTES + Long.BYTES;
        if (dimensions > DIMENSIONS_MAX || end > content.size()) {
            inspection.gap(at, "a tensor has %d dimensions, or reaches over the end".formatted(dimensions));
            return -1;
        }
        inspection.read(at, end - at);
        return end;
    }
}
