package io.casemate.scan.weight;

/**
 * The lowest eight mantissa bits of a tensor's floats. Training leaves them all but uniform; a conversion from a narrower type
 * leaves zeros. Encrypted bits look uniform too: what is hidden that well is not seen here.
 *
 * @param kind what they look like
 * @param entropy Shannon entropy of the lowest byte of the numbers other than 0, in bits, 0 to 8
 * @param suspectElements about how many numbers carry bits that look put there; 0 where none do
 */
public record LowBits(Kind kind, double entropy, long suspectElements) {
    /** What the low bits look like. */
    public enum Kind {
        /** Too few numbers, or not floats of 16 bits and more. */
        NONE,
        /** As training leaves them. */
        ORDINARY,
        /** All zero: converted from a narrower type. */
        ZERO,
        /** A few bytes again and again: quantised before. */
        FEW,
        /** Zero nearly everywhere, and set in a part. */
        PARTLY_SET,
        /** The lowest bits are uneven while those above are even. */
        UNEVEN,
        /** The lowest byte holds what looks like text. */
        TEXT
    }

    static final LowBits NONE = new LowBits(Kind.NONE, 0, 0);

    /** Whether somebody may have put them there. */
    public boolean suspect() {
        return suspectElements > 0;
    }
}
