package io.casemate.scan.gguf;

import java.util.Optional;

/**
 * A block of quantised numbers before GGUF. Until May 2023 the scales had four bytes, and there were two more types.
 *
 * @param elements numbers in a block
 * @param bytes bytes of a block
 */
record OldBlock(int elements, int bytes) {
    /** The block of a type; none where there is no such type. */
    static Optional<OldBlock> of(long type, boolean wideScales) {
        if (!wideScales || type < 2 || type > 9) {
            return GgmlType.of(type).map(t -> new OldBlock(t.blockElements, t.blockBytes));
        }
        return Optional.of(
                switch ((int) type) {
                    case 2 -> new OldBlock(32, 20);
                    case 4 -> new OldBlock(16, 10);
                    case 5 -> new OldBlock(16, 12);
                    case 6 -> new OldBlock(32, 22);
                    case 8 -> new OldBlock(32, 36);
                    case 9 -> new OldBlock(32, 40);
                    default -> new OldBlock(32, 24);
                });
    }

    /** Bytes that a tensor takes; -1 where its rows do not fill whole blocks, or no number of bytes can. */
    long bytes(TensorInfo info) {
        long count = info.elements();
        long row = info.shape().getLast();
        if (count < 0 || row % elements != 0 || Math.multiplyHigh(count / elements, bytes) != 0) {
            return -1;
        }
        return count / elements * bytes;
    }
}
