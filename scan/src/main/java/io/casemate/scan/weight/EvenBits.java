package io.casemate.scan.weight;

import java.util.Arrays;

/**
 * How even the single low bits of floats are. Numbers on a grid (uniform draws of 24 bits, integers, sums of such) have fewer
 * ones in their lowest bits the smaller they are; therefore bits are counted apart by the exponent modulo
 * four, and only what is the same in all was put there.
 */
final class EvenBits {
    private static final int BITS = 8;
    private static final int SIDES = 4;
    private static final int SIDE_MIN = 1 << 12;
    private static final int ISLAND_BITS_MIN = 4;
    private static final int ISLAND_BITS_MAX = 16;
    private static final int STRAIT_BITS_MIN = 4;

    private final int mantissaBits;
    private final long[][] ones = new long[SIDES][BITS];
    private final long[] totals = new long[SIDES];

    /** @param mantissaBits how many bits of the mantissa are seen: 23 of a float, 32 of a double */
    EvenBits(int mantissaBits) {
        this.mantissaBits = mantissaBits;
    }

    /** Adds the low bits of a chunk; numbers that are 0 are left out. */
    void add(int[] bits, int n) {
        for (int i = 0; i < n; i++) {
            int b = bits[i];
            if (b << 1 == 0) {
                continue;
            }
            int side = mantissaBits < Integer.SIZE ? b >>> mantissaBits & (SIDES - 1) : b >>> BITS & 1;
            totals[side]++;
            long[] counts = ones[side];
            for (int bit = 0; bit < BITS; bit++) {
                counts[bit] += b >>> bit & 1;
            }
        }
    }

    long total() {
        return Arrays.stream(totals).sum();
    }

    /** Whether one to four of the lowest bits are biased, alike for small and large numbers, while all above them are fair. */
    boolean uneven() {
        int highest = -1;
        boolean alike = true;
        for (int bit = 0; bit < BITS; bit++) {
            double bias = Math.abs(bias(bit));
            if (bias > 0.01 + noise(total())) {
                highest = bit;
                alike &= alike(bit);
            } else if (bias > 0.002 + noise(total())) {
                return false;
            }
        }
        return highest >= 0 && highest < 4 && alike;
    }

    private double bias(int bit) {
        long set = 0;
        for (long[] counts : ones) {
            set += counts[bit];
        }
        return (double) set / total() - 0.5;
    }

    /** Whether the bias of a bit is about the same on all sides that have numbers enough, two at least. */
    private boolean alike(int bit) {
        double least = 1;
        double most = -1;
        int sides = 0;
        double slack = 0;
        for (int side = 0; side < SIDES; side++) {
            if (totals[side] >= SIDE_MIN) {
                double bias = (double) ones[side][bit] / totals[side] - 0.5;
                least = Math.min(least, bias);
                most = Math.max(most, bias);
                slack = Math.max(slack, 2 * noise(totals[side]));
                sides++;
            }
        }
        return sides > 1 && least * most > 0 && most - least < 0.5 * Math.min(Math.abs(least), Math.abs(most)) + slack;
    }

    private static double noise(long total) {
        return 5 * 0.5 / Math.sqrt((double) total);
    }

    /**
     * Whether the lowest bits, four or more, are set at random, the next four or more are never set, and those above vary again.
     * Numbers that were converted from a narrower type have zeros below; nothing but writing over them leaves such an island.
     */
    boolean isIsland(int any, int[] bits, int n) {
        int mantissa = mantissaBits == Integer.SIZE ? any : any & ((1 << mantissaBits) - 1);
        int low = Integer.numberOfTrailingZeros(~mantissa);
        if (low < ISLAND_BITS_MIN || low > ISLAND_BITS_MAX) {
            return false;
        }
        int above = mantissa >>> low;
        int strait = Integer.numberOfTrailingZeros(above);
        boolean apart = above != 0 && strait >= STRAIT_BITS_MIN;
        if (!apart || Integer.bitCount(above) < (mantissaBits == Integer.SIZE ? 2 : 5)) {
            return false;
        }
        for (int bit = 0; bit + 1 < low; bit++) {
            if (!varies(bits, n, bit, bit) || !varies(bits, n, bit, bit + 1)) {
                return false;
            }
        }
        return varies(bits, n, low - 1, low - 1) && twice(bits, n) < 0.5;
    }

    /** Whether three bits from here on vary, and not together: numbers around 1 differ in their lowest bits only. */
    static boolean free(int[] bits, int n, int from) {
        return varies(bits, n, from, from)
                && varies(bits, n, from, from + 1)
                && varies(bits, n, from + 1, from + 1)
                && varies(bits, n, from + 1, from + 2);
    }

    /** Whether a bit, or whether two bits differ, is neither nearly always so nor nearly never, among numbers that are not 0. */
    private static boolean varies(int[] bits, int n, int a, int b) {
        int second = a == b ? 0 : 1;
        int count = 0;
        int others = 0;
        for (int i = 0; i < n; i++) {
            others += bits[i] << 1 == 0 ? 0 : 1;
            count += ((bits[i] >>> a) ^ ((bits[i] >>> b) & second)) & 1;
        }
        return count > 0.3 * others && count < 0.7 * others;
    }

    /** Share of numbers whose magnitude occurred before in the chunk; a few more by collision, up to 3 %. */
    static double twice(int[] bits, int n) {
        var seen = new long[1 << 12];
        int again = 0;
        int others = 0;
        for (int i = 0; i < n; i++) {
            int magnitude = bits[i] << 1;
            if (magnitude == 0) {
                continue;
            }
            others++;
            int hash = (magnitude * 0x9e37_79b1) >>> 14;
            long bit = 1L << hash;
            again += (int) (seen[hash >>> 6] >>> hash & 1);
            seen[hash >>> 6] |= bit;
        }
        return others == 0 ? 0 : (double) again / others;
    }
}
