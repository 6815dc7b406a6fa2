package io.casemate.scan.onnx;

import io.casemate.scan.spi.ElementType;
import java.util.Optional;

/** How TensorProto numbers the types of its numbers (onnx.proto3, TensorProto.DataType). */
enum DataType {
    FLOAT(1, 32, ElementType.F32),
    UINT8(2, 8, ElementType.U8),
    INT8(3, 8, ElementType.I8),
    UINT16(4, 16, ElementType.U16),
    INT16(5, 16, ElementType.I16),
    INT32(6, 32, ElementType.I32),
    INT64(7, 64, ElementType.I64),
    BOOL(9, 8, ElementType.BOOL),
    FLOAT16(10, 16, ElementType.F16),
    DOUBLE(11, 64, ElementType.F64),
    UINT32(12, 32, ElementType.U32),
    UINT64(13, 64, ElementType.U64),
    COMPLEX64(14, 64, ElementType.F32),
    COMPLEX128(15, 128, ElementType.F64),
    BFLOAT16(16, 16, ElementType.BF16),
    FLOAT8E4M3FN(17, 8, ElementType.F8),
    FLOAT8E4M3FNUZ(18, 8, ElementType.F8),
    FLOAT8E5M2(19, 8, ElementType.F8),
    FLOAT8E5M2FNUZ(20, 8, ElementType.F8),
    UINT4(21, 4, ElementType.PACKED),
    INT4(22, 4, ElementType.PACKED),
    FLOAT4E2M1(23, 4, ElementType.PACKED),
    FLOAT8E8M0(24, 8, ElementType.F8),
    UINT2(25, 2, ElementType.PACKED),
    INT2(26, 2, ElementType.PACKED);

    final int id;
    final int bits;
    final ElementType element;

    DataType(int id, int bits, ElementType element) {
        this.id = id;
        this.bits = bits;
        this.element = element;
    }

    static Optional<DataType> of(long id) {
        for (DataType type : values()) {
            if (type.id == id) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
