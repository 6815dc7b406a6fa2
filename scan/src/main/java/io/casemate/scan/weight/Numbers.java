package io.casemate.scan.weight;

import io.casemate.scan.spi.ElementType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * A few thousand numbers of a tensor, decoded into small arrays that stay in the processor's cache. The loops are plain, one
 * operation each, so that the compiler can use vector instructions.
 */
final class Numbers {
    /** Numbers decoded at once: with their bits 48 KB, the cache next to the processor. */
    static final int MAX = 4096;

    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Bits of the floats 2^-100 and 2^60. */
    private static final int USUAL_LEAST = 27 << 23;

    private static final int USUAL_MOST = 187 << 23;

    /** The values; not all are finite where {@link #finite} says so. */
    final double[] values;
    /** Bits of each number, the low 32 of a longer one. */
    final int[] bits;

    private final short[] shorts;
    private final long[] longs;
    private final byte[] octets;
    private final ElementType type;

    /** How many there are. */
    int count;
    /** Whether each value is finite. */
    boolean finite;
    /**
     * Whether each value is 0 or of a magnitude from 2^-100 to 2^60. No executable's header lies in such floats of 32 bits,
     * wherever it begins: its small whole numbers, of four bytes each, and its text would be others.
     */
    boolean usual;

    /** @param elements how many there will be in all */
    Numbers(ElementType type, long elements) {
        this.type = type;
        int room = (int) Math.min(MAX, elements);
        values = new double[room];
        bits = new int[room];
        shorts = new short[type.bits() == 16 ? room : 0];
        longs = new long[type.bits() == 64 ? room : 0];
        octets = new byte[type.bits() == 8 ? room : 0];
    }

    /** Whether the values mean something; of packed numbers and of 8-bit floats, which come in two kinds, only bytes do. */
    static boolean decodes(ElementType type) {
        return type != ElementType.PACKED && type != ElementType.F8;
    }

    static boolean floating(ElementType type) {
        return switch (type) {
            case F64, F32, F16, BF16, F64_BIG_ENDIAN, F32_BIG_ENDIAN, F16_BIG_ENDIAN -> true;
            case F8,
                    PACKED,
                    I64,
                    I32,
                    I16,
                    I8,
                    U64,
                    U32,
                    U16,
                    U8,
                    BOOL,
                    I64_BIG_ENDIAN,
                    I32_BIG_ENDIAN,
                    I16_BIG_ENDIAN -> false;
        };
    }

    /** Decodes n numbers that begin at an offset. */
    void fill(MemorySegment bytes, long offset, int n) {
        count = n;
        finite = true;
        usual = false;
        ByteOrder order = type.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        switch (type.bits()) {
            case 64 -> MemorySegment.copy(bytes, LONG.withOrder(order), offset, longs, 0, n);
            case 32 -> MemorySegment.copy(bytes, INT.withOrder(order), offset, bits, 0, n);
            case 16 -> MemorySegment.copy(bytes, SHORT.withOrder(order), offset, shorts, 0, n);
            default -> MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, offset, octets, 0, n);
        }
        switch (type) {
            case F64, F64_BIG_ENDIAN -> doubles(n);
            case F32 -> {
                floats(n);
                usual = usual(n);
            }
            case F32_BIG_ENDIAN -> floats(n);
            case F16, F16_BIG_ENDIAN -> halves(n);
            case BF16 -> brains(n);
            case I64, I64_BIG_ENDIAN -> longs(n);
            case U64 -> unsignedLongs(n);
            case I32, I32_BIG_ENDIAN -> ints(n, 0);
            case U32 -> ints(n, 0xffff_ffffL);
            case I16, I16_BIG_ENDIAN -> shorts(n, -1);
            case U16 -> shorts(n, 0xffff);
            case I8 -> octets(n, -1);
            case U8, BOOL, F8, PACKED -> octets(n, 0xff);
        }
    }

    private void doubles(int n) {
        long exponents = 0;
        for (int i = 0; i < n; i++) {
            exponents |= (longs[i] & 0x7ff0_0000_0000_0000L) + 0x0010_0000_0000_0000L;
        }
        for (int i = 0; i < n; i++) {
            values[i] = Double.longBitsToDouble(longs[i]);
        }
        for (int i = 0; i < n; i++) {
            bits[i] = (int) longs[i];
        }
        finite = exponents >= 0;
    }

    private void floats(int n) {
        int exponents = 0;
        for (int i = 0; i < n; i++) {
            exponents |= (bits[i] & 0x7f80_0000) + 0x0080_0000; // the sum reaches the sign where all ones are set
        }
        for (int i = 0; i < n; i++) {
            values[i] = Float.intBitsToFloat(bits[i]);
        }
        finite = exponents >= 0;
    }

    private boolean usual(int n) {
        int unusual = 0;
        for (int i = 0; i < n; i++) {
            int magnitude = bits[i] & Integer.MAX_VALUE;
            unusual |= (magnitude - USUAL_LEAST & ~(magnitude - 1)) | (USUAL_MOST - magnitude);
        }
        return unusual >= 0;
    }

    private void halves(int n) {
        int exponents = 0;
        for (int i = 0; i < n; i++) {
            bits[i] = shorts[i];
            exponents |= (bits[i] & 0x7c00) + 0x0400;
        }
        for (int i = 0; i < n; i++) {
            values[i] = Float.float16ToFloat(shorts[i]);
        }
        finite = (exponents & 0x8000) == 0;
    }

    private void brains(int n) {
        int exponents = 0;
        for (int i = 0; i < n; i++) {
            bits[i] = shorts[i];
            exponents |= (bits[i] & 0x7f80) + 0x0080;
        }
        for (int i = 0; i < n; i++) {
            values[i] = Float.intBitsToFloat(bits[i] << 16);
        }
        finite = (exponents & 0x8000) == 0;
    }

    private void longs(int n) {
        for (int i = 0; i < n; i++) {
            values[i] = longs[i];
        }
    }

    private void unsignedLongs(int n) {
        for (int i = 0; i < n; i++) {
            values[i] = longs[i] >= 0 ? longs[i] : (longs[i] >>> 1) * 2.0;
        }
    }

    private void ints(int n, long mask) {
        for (int i = 0; i < n; i++) {
            values[i] = mask == 0 ? bits[i] : bits[i] & mask;
        }
    }

    private void shorts(int n, int mask) {
        for (int i = 0; i < n; i++) {
            values[i] = shorts[i] & mask;
        }
    }

    private void octets(int n, int mask) {
        for (int i = 0; i < n; i++) {
            values[i] = octets[i] & mask;
        }
    }
}
