package io.casemate.scan.gguf;

import java.util.List;

/**
 * One tensor as the header describes it.
 *
 * @param shape lengths of the dimensions, outermost first
 * @param type number of its {@link GgmlType}
 * @param offset first byte, counted from where the tensors begin
 * @param at where its name stands in the file
 */
record TensorInfo(String name, List<Long> shape, long type, long offset, long at) {
    TensorInfo {
        shape = List.copyOf(shape);
    }

    /** Number of elements; -1 where a loader's 64 bits overflow. */
    long elements() {
        long elements = 1;
        for (long length : shape) {
            if (length < 0 || Math.multiplyHigh(elements, length) != 0 || elements * length < 0) {
                return -1;
            }
            elements *= length;
        }
        return elements;
    }
}
