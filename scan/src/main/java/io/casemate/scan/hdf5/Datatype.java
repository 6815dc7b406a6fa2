package io.casemate.scan.hdf5;

import io.casemate.scan.spi.ElementType;
import java.util.Optional;

/**
 * Type of one element, as far as it is needed here.
 *
 * @param kind what it is
 * @param bytes its size, at least 1
 * @param number how it is stored where it is a plain number
 * @param base kind of its elements where it is a sequence
 */
record Datatype(Kind kind, long bytes, Optional<ElementType> number, Kind base) {
    private static final int DEPTH_MAX = 16;

    /** What an element is. */
    enum Kind {
        NUMBER,
        TEXT,
        OPAQUE,
        COMPOUND,
        REFERENCE,
        TEXT_OF_ANY_LENGTH,
        SEQUENCE_OF_ANY_LENGTH,
        OTHER;

        boolean ofAnyLength() {
            return this == TEXT_OF_ANY_LENGTH || this == SEQUENCE_OF_ANY_LENGTH;
        }
    }

    static Datatype read(Hdf5File file, long at) {
        return read(file, at, 0);
    }

    private static Datatype read(Hdf5File file, long at, int depth) {
        if (depth > DEPTH_MAX) {
            throw new IndexOutOfBoundsException("a type within more than %d types".formatted(DEPTH_MAX));
        }
        int version = file.content().u8(at) >> 4;
        int bits = file.content().u8(at + 1);
        long bytes = Math.max(1, file.content().u32(at + 4));
        return switch (file.content().u8(at) & 0xf) {
            case 0, 4 -> number(bytes, integer(bytes, (bits & 8) != 0, (bits & 1) != 0));
            case 1 -> number(bytes, real(file, at, bytes, (bits & 1) != 0));
            case 3 -> new Datatype(Kind.TEXT, bytes, Optional.empty(), Kind.OTHER);
            case 5 -> new Datatype(Kind.OPAQUE, bytes, Optional.empty(), Kind.OTHER);
            case 6 -> new Datatype(Kind.COMPOUND, bytes, Optional.empty(), Kind.OTHER);
            case 7 -> new Datatype(Kind.REFERENCE, bytes, Optional.empty(), Kind.OTHER);
            case 8 -> number(bytes, read(file, at + 8, depth + 1).number);
            case 9 -> {
                Datatype base = read(file, at + 8, depth + 1);
                Kind kind = (bits & 0xf) == 1 ? Kind.TEXT_OF_ANY_LENGTH : Kind.SEQUENCE_OF_ANY_LENGTH;
                yield new Datatype(kind, bytes, base.number, base.kind);
            }
            case 10 -> {
                int rank = file.content().u8(at + 8);
                long base = at + 8 + (version < 3 ? 4 + 8L * rank : 1 + 4L * rank);
                Datatype item = read(file, base, depth + 1);
                yield new Datatype(item.kind, bytes, item.number, item.base);
            }
            default -> new Datatype(Kind.OTHER, bytes, Optional.empty(), Kind.OTHER);
        };
    }

    private static Datatype number(long bytes, Optional<ElementType> number) {
        return new Datatype(Kind.NUMBER, bytes, number, Kind.OTHER);
    }

    private static Optional<ElementType> integer(long bytes, boolean signed, boolean big) {
        return switch ((int) Math.min(bytes, 16)) {
            case 1 -> Optional.of(signed ? ElementType.I8 : ElementType.U8);
            case 2 -> Optional.of(big ? ElementType.I16_BIG_ENDIAN : signed ? ElementType.I16 : ElementType.U16);
            case 4 -> Optional.of(big ? ElementType.I32_BIG_ENDIAN : signed ? ElementType.I32 : ElementType.U32);
            case 8 -> Optional.of(big ? ElementType.I64_BIG_ENDIAN : signed ? ElementType.I64 : ElementType.U64);
            default -> Optional.empty();
        };
    }

    private static Optional<ElementType> real(Hdf5File file, long at, long bytes, boolean big) {
        int exponentBits = file.content().u8(at + 13);
        return switch ((int) Math.min(bytes, 16)) {
            case 1 -> Optional.of(ElementType.F8);
            case 2 ->
                Optional.of(exponentBits == 8 ? ElementType.BF16 : big ? ElementType.F16_BIG_ENDIAN : ElementType.F16);
            case 4 -> Optional.of(big ? ElementType.F32_BIG_ENDIAN : ElementType.F32);
            case 8 -> Optional.of(big ? ElementType.F64_BIG_ENDIAN : ElementType.F64);
            default -> Optional.empty();
        };
    }
}
