package io.casemate.scan.spi;

/** How one number of a tensor is stored. */
public enum ElementType {
    F64(64, false),
    F32(32, false),
    F16(16, false),
    BF16(16, false),
    F8(8, false),
    I64(64, false),
    I32(32, false),
    I16(16, false),
    I8(8, false),
    U64(64, false),
    U32(32, false),
    U16(16, false),
    U8(8, false),
    BOOL(8, false),
    F64_BIG_ENDIAN(64, true),
    F32_BIG_ENDIAN(32, true),
    F16_BIG_ENDIAN(16, true),
    I64_BIG_ENDIAN(64, true),
    I32_BIG_ENDIAN(32, true),
    I16_BIG_ENDIAN(16, true),
    /** Blocks of quantised or otherwise packed numbers: only bytes can be looked at. */
    PACKED(8, false);

    private final int bits;
    private final boolean bigEndian;

    ElementType(int bits, boolean bigEndian) {
        this.bits = bits;
        this.bigEndian = bigEndian;
    }

    /** Size of one element. */
    public int bits() {
        return bits;
    }

    public boolean bigEndian() {
        return bigEndian;
    }
}
