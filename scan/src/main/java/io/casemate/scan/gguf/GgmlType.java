package io.casemate.scan.gguf;

import io.casemate.scan.spi.ElementType;
import java.util.Optional;

/** How the numbers of a tensor are packed: blocks of some numbers in some bytes (ggml.h, ggml-common.h). */
enum GgmlType {
    F32(0, 1, 4, ElementType.F32),
    F16(1, 1, 2, ElementType.F16),
    Q4_0(2, 32, 18),
    Q4_1(3, 32, 20),
    Q5_0(6, 32, 22),
    Q5_1(7, 32, 24),
    Q8_0(8, 32, 34),
    Q8_1(9, 32, 36),
    Q2_K(10, 256, 84),
    Q3_K(11, 256, 110),
    Q4_K(12, 256, 144),
    Q5_K(13, 256, 176),
    Q6_K(14, 256, 210),
    Q8_K(15, 256, 292),
    IQ2_XXS(16, 256, 66),
    IQ2_XS(17, 256, 74),
    IQ3_XXS(18, 256, 98),
    IQ1_S(19, 256, 50),
    IQ4_NL(20, 32, 18),
    IQ3_S(21, 256, 110),
    IQ2_S(22, 256, 82),
    IQ4_XS(23, 256, 136),
    I8(24, 1, 1, ElementType.I8),
    I16(25, 1, 2, ElementType.I16),
    I32(26, 1, 4, ElementType.I32),
    I64(27, 1, 8, ElementType.I64),
    F64(28, 1, 8, ElementType.F64),
    IQ1_M(29, 256, 56),
    BF16(30, 1, 2, ElementType.BF16),
    Q4_0_4_4(31, 32, 18),
    Q4_0_4_8(32, 32, 18),
    Q4_0_8_8(33, 32, 18),
    TQ1_0(34, 256, 54),
    TQ2_0(35, 256, 66),
    IQ4_NL_4_4(36, 32, 18),
    IQ4_NL_4_8(37, 32, 18),
    IQ4_NL_8_8(38, 32, 18),
    MXFP4(39, 32, 17),
    NVFP4(40, 64, 36);

    final int id;
    final int blockElements;
    final int blockBytes;
    final ElementType element;

    GgmlType(int id, int blockElements, int blockBytes) {
        this(id, blockElements, blockBytes, ElementType.PACKED);
    }

    GgmlType(int id, int blockElements, int blockBytes, ElementType element) {
        this.id = id;
        this.blockElements = blockElements;
        this.blockBytes = blockBytes;
        this.element = element;
    }

    static Optional<GgmlType> of(long id) {
        for (GgmlType type : values()) {
            if (type.id == id) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Bytes that a tensor of some elements takes; -1 where they do not fill whole blocks. */
    long bytes(long elements) {
        return elements % blockElements == 0 ? elements / blockElements * blockBytes : -1;
    }

    /** How the numbers are stored, of either byte order. */
    ElementType element(boolean bigEndian) {
        return switch (element) {
            case F64 -> bigEndian ? ElementType.F64_BIG_ENDIAN : element;
            case F32 -> bigEndian ? ElementType.F32_BIG_ENDIAN : element;
            case F16 -> bigEndian ? ElementType.F16_BIG_ENDIAN : element;
            case I64 -> bigEndian ? ElementType.I64_BIG_ENDIAN : element;
            case I32 -> bigEndian ? ElementType.I32_BIG_ENDIAN : element;
            case I16 -> bigEndian ? ElementType.I16_BIG_ENDIAN : element;
            case I8 -> element;
            default -> bigEndian ? ElementType.PACKED : element;
        };
    }
}
