package io.casemate.scan.mxnet;

import io.casemate.scan.spi.ElementType;

/** Types of numbers by their flag in the file (3rdparty/mshadow/mshadow/base.h). */
final class DataType {
    private static final ElementType[] BY_FLAG = {
        ElementType.F32,
        ElementType.F64,
        ElementType.F16,
        ElementType.U8,
        ElementType.I32,
        ElementType.I8,
        ElementType.I64,
        ElementType.BOOL,
        ElementType.I16,
        ElementType.U16,
        ElementType.U32,
        ElementType.U64,
        ElementType.BF16
    };

    private DataType() {}

    static ElementType of(long flag, long at) {
        if (flag >= BY_FLAG.length) {
            throw new UnknownArray(at, "the numbers of an array are of type %d, which is not known".formatted(flag));
        }
        return BY_FLAG[(int) flag];
    }
}
