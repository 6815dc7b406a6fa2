package io.casemate.scan.spi;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * A block of numbers, contiguous and row-major.
 *
 * @param name its name in the model
 * @param type how one number is stored
 * @param shape lengths of its dimensions, outermost first; none for a scalar
 * @param bytes the numbers; their number of bytes is that of the elements
 * @param offset where they begin in the content that holds them, or -1 where they were unpacked
 */
public record Tensor(String name, ElementType type, List<Long> shape, MemorySegment bytes, long offset) {
    public Tensor {
        shape = List.copyOf(shape);
    }

    /** Number of elements. */
    public long elements() {
        return bytes.byteSize() * 8 / type.bits();
    }
}
