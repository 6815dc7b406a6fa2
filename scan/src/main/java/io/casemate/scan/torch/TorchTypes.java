package io.casemate.scan.torch;

import io.casemate.scan.spi.ElementType;
import org.jspecify.annotations.Nullable;

/** What the storage classes of PyTorch hold. */
final class TorchTypes {
    private TorchTypes() {}

    /** Bytes of one element of a storage class, "torch.FloatStorage"; 0 where it is unknown. */
    static int bytes(String storageClass) {
        return switch (simple(storageClass)) {
            case "DoubleStorage", "LongStorage", "ComplexFloatStorage" -> 8;
            case "ComplexDoubleStorage" -> 16;
            case "FloatStorage", "IntStorage", "QInt32Storage" -> 4;
            case "HalfStorage", "BFloat16Storage", "ShortStorage" -> 2;
            case "CharStorage",
                    "ByteStorage",
                    "BoolStorage",
                    "UntypedStorage",
                    "QInt8Storage",
                    "QUInt8Storage",
                    "QUInt4x2Storage",
                    "QUInt2x4Storage" -> 1;
            default -> 0;
        };
    }

    /** What its elements are; null where they are no plain numbers or the class does not say. */
    static @Nullable ElementType type(String storageClass) {
        return switch (simple(storageClass)) {
            case "DoubleStorage" -> ElementType.F64;
            case "FloatStorage" -> ElementType.F32;
            case "HalfStorage" -> ElementType.F16;
            case "BFloat16Storage" -> ElementType.BF16;
            case "LongStorage" -> ElementType.I64;
            case "IntStorage" -> ElementType.I32;
            case "ShortStorage" -> ElementType.I16;
            case "CharStorage" -> ElementType.I8;
            case "ByteStorage" -> ElementType.U8;
            case "BoolStorage" -> ElementType.BOOL;
            default -> null;
        };
    }

    private static String simple(String storageClass) {
        return storageClass.substring(storageClass.lastIndexOf('.') + 1);
    }
}
