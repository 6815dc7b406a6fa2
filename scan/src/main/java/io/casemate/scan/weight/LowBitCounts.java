package io.casemate.scan.weight;

import io.casemate.scan.spi.ElementType;

/** Gathers, chunk by chunk, what {@link LowBits} says of a tensor. */
final class LowBitCounts {
    /** A chunk of fewer numbers other than 0 says nothing. */
    private static final int CHUNK_MIN = 256;
    /** Share of bytes from 0x20 to 0x7f: 0.375 in uniform ones (deviation below 0.03 in a chunk), nearly 1 in text. */
    private static final double TEXT_MIN = 0.6;

    private static final int FEW = 32;
    private static final long UNEVEN_ELEMENTS_MIN = 1 << 16;

    private final boolean measured;
    private long zeroChunks;
    private long setChunks;
    private long setElements;
    private long textElements;

    LowBitCounts(ElementType type) {
        measured = type.bits() >= 16 && type != ElementType.BF16 && Numbers.floating(type);
    }

    /** Adds one chunk, of which some numbers are 0. */
    void add(int[] bits, int n, int zeros) {
        int others = n - zeros;
        if (!measured || others < CHUNK_MIN || others < n / 2) {
            return;
        }
        int any = 0;
        int lowest = 0;
        int textual = 0;
        for (int i = 0; i < n; i++) {
            any |= bits[i];
        }
        if ((any & 0xff) == 0) {
            zeroChunks++;
            return;
        }
        for (int i = 0; i < n; i++) {
            lowest += bits[i] & 1;
        }
        for (int i = 0; i < n; i++) {
            textual += ~(bits[i] >> 7) & ((bits[i] >> 6) | (bits[i] >> 5)) & 1;
        }
        setChunks++;
        setElements += others;
        boolean varies = lowest > others / 5 && lowest < others - others / 5;
        if (varies && textual > TEXT_MIN * others) {
            textElements += others;
        }
    }

    /**
     * What was seen.
     *
     * @param counts how often each lowest byte occurs in the numbers that were counted, zeros included
     * @param zeros how many of these are 0
     */
    LowBits result(long[] counts, long zeros) {
        if (!measured || zeroChunks + setChunks == 0) {
            return LowBits.NONE;
        }
        counts[0] = Math.max(0, counts[0] - zeros);
        double entropy = ByteCounts.entropy(counts);
        int distinct = 0;
        for (long count : counts) {
            distinct += count > 0 ? 1 : 0;
        }
        if (setChunks == 0) {
            return new LowBits(LowBits.Kind.ZERO, entropy, 0);
        }
        if (distinct >= 16 && textElements > 0) {
            return new LowBits(LowBits.Kind.TEXT, entropy, textElements);
        }
        if (zeroChunks >= 3 && zeroChunks >= 4 * setChunks) {
            return new LowBits(LowBits.Kind.PARTLY_SET, entropy, setElements);
        }
        if (distinct < FEW) {
            return new LowBits(LowBits.Kind.FEW, entropy, 0);
        }
        return uneven(counts)
                ? new LowBits(LowBits.Kind.UNEVEN, entropy, setElements)
                : new LowBits(LowBits.Kind.ORDINARY, entropy, 0);
    }

    /** Whether one to four of the lowest bits are biased while all above them are fair: rounding does it the other way. */
    private static boolean uneven(long[] counts) {
        double total = 0;
        var ones = new double[8];
        for (int b = 0; b < 256; b++) {
            total += counts[b];
            for (int bit = 0; bit < 8; bit++) {
                ones[bit] += (b >> bit & 1) * (double) counts[b];
            }
        }
        if (total < UNEVEN_ELEMENTS_MIN) {
            return false;
        }
        double noise = 5 * 0.5 / Math.sqrt(total);
        int highest = -1;
        for (int bit = 0; bit < 8; bit++) {
            double bias = Math.abs(ones[bit] / total - 0.5);
            if (bias > 0.01 + noise) {
                highest = bit;
            } else if (bias > 0.002 + noise) {
                return false;
            }
        }
        return highest >= 0 && highest < 4;
    }
}
