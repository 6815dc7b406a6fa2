package io.casemate.scan.coreml;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Tensor;
import java.util.List;

/**
 * Reads the weights of a Core ML package ({@code weight.bin}): blocks of numbers, each after a record of 64 bytes. Format:
 * coremltools, MILBlob/Blob/StorageFormat.hpp, version 2.
 */
public final class CoremlWeightsScanner implements FormatScanner {
    private static final int RECORD_BYTES = 64;
    private static final int SENTINEL = 0xdeadbeef;
    private static final int VERSION = 2;

    @Override
    public String id() {
        return "coreml-weights";
    }

    @Override
    public Recognition recognises(Content content) {
        return content.size() >= 2 * RECORD_BYTES
                        && content.i32(4) == VERSION
                        && content.i64(8) == 0
                        && content.i32(RECORD_BYTES) == SENTINEL
                ? Recognition.CERTAIN
                : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "Core ML");
        inspection.read(0, RECORD_BYTES);
        long count = content.u32(0);
        long at = RECORD_BYTES;
        for (long i = 0; i < count; i++) {
            inspection.step();
            if (content.i32(at) != SENTINEL) {
                inspection.gap(at, "block %d of %d does not begin here".formatted(i + 1, count));
                return;
            }
            long bytes = content.i64(at + 8);
            long data = content.i64(at + 16);
            if (data < at + RECORD_BYTES || bytes < 0 || data > content.size() - bytes) {
                inspection.gap(at, "block %d reaches outside, or lies over what describes it".formatted(i + 1));
                return;
            }
            inspection.read(at, RECORD_BYTES);
            blank(content, at + RECORD_BYTES, data, inspection);
            tensor("block at %d".formatted(at), content.i32(at + 4), content.slice(data, bytes), data, inspection);
            at = (data + bytes + RECORD_BYTES - 1) / RECORD_BYTES * RECORD_BYTES;
            blank(content, data + bytes, Math.min(at, content.size()), inspection);
        }
    }

    /** Takes padding as read where it is blank. */
    private static void blank(Content content, long from, long to, Inspection inspection) {
        boolean blank = to - from < RECORD_BYTES;
        for (long at = from; blank && at < to; at++) {
            blank = content.u8(at) == 0;
        }
        if (blank) {
            inspection.read(from, to - from);
        }
    }

    private static void tensor(String name, int type, Content numbers, long offset, Inspection inspection) {
        ElementType stored = type(type);
        ElementType element = numbers.size() * 8 % stored.bits() == 0 ? stored : ElementType.PACKED;
        inspection.tensor(
                new Tensor(name, element, List.of(numbers.size() * 8 / element.bits()), numbers.bytes(), offset));
    }

    /** BlobDataType; numbers of less than a byte are only bytes here. */
    private static ElementType type(int type) {
        return switch (type) {
            case 1 -> ElementType.F16;
            case 2 -> ElementType.F32;
            case 3 -> ElementType.U8;
            case 4 -> ElementType.I8;
            case 5 -> ElementType.BF16;
            case 6 -> ElementType.I16;
            case 7 -> ElementType.U16;
            case 14 -> ElementType.I32;
            case 15 -> ElementType.U32;
            case 16, 17 -> ElementType.F8;
            default -> ElementType.PACKED;
        };
    }
}
