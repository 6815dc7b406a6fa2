package io.casemate.scan.weight;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** How often each byte occurs, apart for each of the eight places of a word: neighbouring increments never meet. */
final class ByteCounts {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long CARRY_BYTES = 1L << 30;
    private final long[] sums = new long[8 * 256];
    private final int[] counts = new int[8 * 256];
    private long uncarried;

    /** Adds some bytes; the first one stands at place 0. At most 2^30 bytes at once. */
    void add(MemorySegment bytes, long offset, long length) {
        int[] c = counts;
        long p = offset;
        for (long end = offset + (length & ~7L); p < end; p += 8) {
            long w = bytes.get(LONG, p);
            c[(int) w & 0xff]++;
            c[256 + ((int) (w >>> 8) & 0xff)]++;
            c[512 + ((int) (w >>> 16) & 0xff)]++;
            c[768 + ((int) (w >>> 24) & 0xff)]++;
            c[1024 + ((int) (w >>> 32) & 0xff)]++;
            c[1280 + ((int) (w >>> 40) & 0xff)]++;
            c[1536 + ((int) (w >>> 48) & 0xff)]++;
            c[1792 + (int) (w >>> 56)]++;
        }
        for (int place = 0; p < offset + length; p++, place++) {
            c[256 * place + (bytes.get(ValueLayout.JAVA_BYTE, p) & 0xff)]++;
        }
        uncarried += length;
        if (uncarried >= CARRY_BYTES) {
            carry();
        }
    }

    /** How often a byte stood at places that are {@code place} modulo the size of an element. */
    long[] at(int place, int elementBytes) {
        carry();
        var result = new long[256];
        for (int p = place; p < 8; p += elementBytes) {
            for (int b = 0; b < 256; b++) {
                result[b] += sums[256 * p + b];
            }
        }
        return result;
    }

    /** Shannon entropy of all bytes, in bits. */
    double entropy() {
        return entropy(at(0, 1));
    }

    static double entropy(long[] counts) {
        double total = 0;
        for (long count : counts) {
            total += count;
        }
        double sum = 0;
        for (long count : counts) {
            if (count > 0) {
                sum -= count / total * Math.log(count / total);
            }
        }
        return Math.max(0, sum / Math.log(2));
    }

    /** Moves the small counters into the large ones, before one of them can overflow. */
    private void carry() {
        uncarried = 0;
        for (int i = 0; i < counts.length; i++) {
            sums[i] += counts[i];
            counts[i] = 0;
        }
    }
}
