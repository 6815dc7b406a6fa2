package io.casemate.scan.weight;

import io.casemate.scan.spi.ElementType;

/**
 * Gathers, chunk by chunk, what {@link LowBits} says of a tensor. Fresh, quantised and converted weights have uneven low bits
 * of their own, for they lie on grids; what is told is only what no arithmetic leaves. Floats of 16 bits have no bits to spare
 * and are not looked at.
 */
final class LowBitCounts {
    /** A chunk of fewer numbers other than 0 says nothing. */
    private static final int CHUNK_MIN = 256;
    /** Share of bytes from 0x20 to 0x7f: 0.375 in uniform ones (deviation below 0.03 in a chunk), nearly 1 in text. */
    private static final double TEXT_MIN = 0.6;

    private static final int FEW = 32;
    private static final long UNEVEN_ELEMENTS_MIN = 1 << 16;
    /** Trained numbers hardly ever occur twice in a chunk; quantised ones do, and their rounding favours even ones. */
    private static final double TWICE_MAX = 0.02;

    /** Some of the numbers at the ends of a row may have a lowest byte of zeros by chance. */
    private static final int ROW_SLACK = 4;

    private final boolean measured;
    private final long rowElements;
    private final EvenBits even;
    private long zeroChunks;
    private long setChunks;
    private long setElements;
    private long variedChunks;
    private long textElements;
    private long islandElements;
    private long firstSet = -1;
    private long lastSet = -1;

    /** @param rowElements numbers in a row; 0 where the tensor has none */
    LowBitCounts(ElementType type, long rowElements) {
        measured = type.bits() >= 32 && Numbers.floating(type);
        even = new EvenBits(type.bits() == 32 ? 23 : 32);
        this.rowElements = rowElements;
    }

    /**
     * Adds one chunk, of which some numbers are 0.
     *
     * @param element index of its first number
     * @param closely whether to look at single bits, which costs more
     */
    void add(int[] bits, int n, int zeros, long element, boolean closely) {
        int others = n - zeros;
        if (!measured || others < CHUNK_MIN || others < n / 2) {
            return;
        }
        int any = 0;
        for (int i = 0; i < n; i++) {
            any |= bits[i];
        }
        if ((any & 0xff) == 0) {
            zeroChunks++;
            return;
        }
        setChunks++;
        setElements += others;
        place(bits, n, element);
        if (even.isIsland(any, bits, n)) {
            islandElements += others;
            return;
        }
        int lowest = 0;
        int textual = 0;
        for (int i = 0; i < n; i++) {
            lowest += bits[i] & 1;
        }
        for (int i = 0; i < n; i++) {
            textual += ~(bits[i] >> 7) & ((bits[i] >> 6) | (bits[i] >> 5)) & 1;
        }
        boolean varies = lowest > others / 5 && lowest < others - others / 5;
        variedChunks += varies ? 1 : 0;
        if (varies && textual > TEXT_MIN * others && EvenBits.free(bits, n, 8)) {
            textElements += others;
        } else if (closely && EvenBits.free(bits, n, 8) && EvenBits.twice(bits, n) <= TWICE_MAX) {
            even.add(bits, n);
        }
    }

    private void place(int[] bits, int n, long element) {
        int first = 0;
        while ((bits[first] & 0xff) == 0) {
            first++;
        }
        int last = n - 1;
        while ((bits[last] & 0xff) == 0) {
            last--;
        }
        firstSet = firstSet < 0 ? element + first : firstSet;
        lastSet = element + last;
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
        if (islandElements > 0) {
            return new LowBits(LowBits.Kind.ISLAND, entropy, islandElements);
        }
        if (distinct >= 16 && textElements > 0) {
            return new LowBits(LowBits.Kind.TEXT, entropy, textElements);
        }
        if (zeroChunks >= 3 && zeroChunks >= 4 * setChunks && variedChunks > 0 && endsInsideRow()) {
            return new LowBits(LowBits.Kind.PARTLY_SET, entropy, setElements);
        }
        if (distinct < FEW) {
            return new LowBits(LowBits.Kind.FEW, entropy, 0);
        }
        return even.total() >= UNEVEN_ELEMENTS_MIN && even.uneven()
                ? new LowBits(LowBits.Kind.UNEVEN, entropy, setElements)
                : new LowBits(LowBits.Kind.ORDINARY, entropy, 0);
    }

    /** Rows that were added or trained later begin and end with a row; what was written over the numbers ends anywhere. */
    private boolean endsInsideRow() {
        if (rowElements == 0) {
            return false;
        }
        long before = firstSet % rowElements;
        long behind = (rowElements - 1 - lastSet % rowElements) % rowElements;
        return before > ROW_SLACK || behind > ROW_SLACK;
    }
}
