package io.casemate.core.money.draw;

import io.casemate.core.money.distribution.LogNormal;

/**
 * Random numbers as a function of what they are for: the n-th output of SplitMix64 (Steele, Lea, Flood 2014) for a seed that is
 * itself such an output. No state, so any thread can ask for any of them.
 */
public final class Draws {
    private static final LogNormal STANDARD = new LogNormal(0, 1);
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Draws() {}

    /** The {@code n}-th word of the stream {@code key}, n at least 0. */
    public static long at(long key, long n) {
        long z = key + (n + 1) * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** The stream of a text: FNV-1a, then one step. */
    public static long key(long seed, String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return at(at(seed, 0) ^ hash, 1);
    }

    /** A number above 0 and below 1, of 52 bits. */
    public static double unit(long word) {
        return ((word >>> 12) + 0.5) * 0x1p-52;
    }

    public static double unit(long key, long n) {
        return unit(at(key, n));
    }

    /** The standard normal value that is not exceeded with probability {@code u}. */
    public static double normal(double u) {
        return Math.log(STANDARD.quantile(u));
    }
}
