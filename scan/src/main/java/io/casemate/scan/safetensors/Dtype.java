package io.casemate.scan.safetensors;

import io.casemate.scan.spi.ElementType;
import java.util.Optional;

/** How safetensors names the types of numbers (safetensors, tensor.rs). */
enum Dtype {
    BOOL(8, ElementType.BOOL),
    F4(4, ElementType.PACKED),
    F6_E2M3(6, ElementType.PACKED),
    F6_E3M2(6, ElementType.PACKED),
    U8(8, ElementType.U8),
    I8(8, ElementType.I8),
    F8_E5M2(8, ElementType.F8),
    F8_E4M3(8, ElementType.F8),
    F8_E8M0(8, ElementType.F8),
    F8_E4M3FNUZ(8, ElementType.F8),
    F8_E5M2FNUZ(8, ElementType.F8),
    I16(16, ElementType.I16),
    U16(16, ElementType.U16),
    F16(16, ElementType.F16),
    BF16(16, ElementType.BF16),
    I32(32, ElementType.I32),
    U32(32, ElementType.U32),
    F32(32, ElementType.F32),
    C64(64, ElementType.F32),
    F64(64, ElementType.F64),
    I64(64, ElementType.I64),
    U64(64, ElementType.U64);

    final int bits;
    final ElementType element;

    Dtype(int bits, ElementType element) {
        this.bits = bits;
        this.element = element;
    }

    static Optional<Dtype> of(String name) {
        for (Dtype type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
