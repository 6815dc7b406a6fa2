package io.casemate.scan.weight;

/**
 * The lowest eight mantissa bits of a tensor's floats of 32 or 64 bits. Training leaves them all but uniform; a conversion from a
 * narrower type leaves zeros; draws from a grid leave them uneven.
 *
 * <p>Encrypted or compressed bits look uniform too: in weights that were trained at full width they cannot be told from honest
 * ones, at whatever rate. They are seen in weights whose low bits should be zero. Text is seen in the lowest byte of any weights,
 * and in one to four of the lowest bits of large tensors.
 *
 * @param kind what they look like
 * @param entropy Shannon entropy of the lowest byte of the numbers other than 0, in bits, 0 to 8
 * @param suspectElements about how many numbers carry bits that look put there; 0 where none do
 */
public record LowBits(Kind kind, double entropy, long suspectElements) {
    /** What the low bits look like. */
    public enum Kind {
        /** Too few numbers, or not floats of 32 bits and more. */
        NONE,
        /** As training leaves them. */
        ORDINARY,
        /** All zero: converted from a narrower type. */
        ZERO,
        /** A few bytes again and again: quantised before. */
        FEW,
        /** Set at random, with bits above them that are never set: written over zeros. */
        ISLAND,
        /** Zero nearly everywhere, and set in a part that ends inside a row. */
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
