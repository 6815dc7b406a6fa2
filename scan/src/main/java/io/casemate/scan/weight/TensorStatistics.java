package io.casemate.scan.weight;

import io.casemate.scan.spi.ElementType;
import java.util.List;

/**
 * What one pass over a tensor has seen.
 *
 * @param name the tensor's name
 * @param offset where it begins in the content that holds it, or -1
 * @param moments of its finite numbers; of packed numbers and 8-bit floats none
 * @param notANumber how many are NaN
 * @param infinite how many are infinite
 * @param zeros how many are 0
 * @param byteEntropy Shannon entropy of its bytes, in bits, 0 to 8
 * @param rows statistics of the lengths of its rows, along the outermost dimension
 */
public record TensorStatistics(
        String name,
        ElementType type,
        List<Long> shape,
        long offset,
        long elements,
        Moments moments,
        long notANumber,
        long infinite,
        long zeros,
        double byteEntropy,
        LowBits lowBits,
        Rows rows) {
    public TensorStatistics {
        shape = List.copyOf(shape);
    }

    /** Share of numbers that are 0; 0 where there are no numbers. */
    public double zeroShare() {
        return elements == 0 ? 0 : (double) zeros / elements;
    }
}
