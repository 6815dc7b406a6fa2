package io.casemate.scan.torch;

import io.casemate.scan.spi.ElementType;
import java.util.Locale;
import java.util.Optional;

/**
 * How the numbers of a storage are stored.
 *
 * @param type one number
 * @param elementBytes bytes of one element of the tensor: two numbers where it is complex
 */
record StorageType(ElementType type, int elementBytes) {
    /** What a class of storage or an element type is: "torch.FloatStorage", "torch.bfloat16"; empty where it is not known. */
    static Optional<StorageType> of(String qualified) {
        String name = qualified.substring(qualified.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String plain = name.endsWith("storage") ? name.substring(0, name.length() - "storage".length()) : name;
        return switch (plain) {
            case "double", "float64" -> of(ElementType.F64);
            case "float", "float32" -> of(ElementType.F32);
            case "half", "float16" -> of(ElementType.F16);
            case "bfloat16" -> of(ElementType.BF16);
            case "long", "int64" -> of(ElementType.I64);
            case "int", "int32", "qint32" -> of(ElementType.I32);
            case "short", "int16" -> of(ElementType.I16);
            case "char", "int8", "qint8" -> of(ElementType.I8);
            case "byte", "uint8", "quint8" -> of(ElementType.U8);
            case "bool" -> of(ElementType.BOOL);
            case "uint16" -> of(ElementType.U16);
            case "uint32" -> of(ElementType.U32);
            case "uint64" -> of(ElementType.U64);
            case "float8_e4m3fn", "float8_e5m2", "float8_e4m3fnuz", "float8_e5m2fnuz", "float8_e8m0fnu" ->
                of(ElementType.F8);
            case "complexfloat", "complex64" -> Optional.of(new StorageType(ElementType.F32, 2 * Float.BYTES));
            case "complexdouble", "complex128" -> Optional.of(new StorageType(ElementType.F64, 2 * Double.BYTES));
            case "quint4x2", "quint2x4", "untyped" -> of(ElementType.PACKED);
            default -> Optional.empty();
        };
    }

    private static Optional<StorageType> of(ElementType type) {
        return Optional.of(new StorageType(type, type.bits() / 8));
    }

    /** Whether an element is one number. */
    boolean isPlain() {
        return elementBytes * 8 == type.bits();
    }

    /** The same on a machine of the other byte order. */
    StorageType bigEndian() {
        ElementType other = switch (type) {
            case F64 -> ElementType.F64_BIG_ENDIAN;
            case F32 -> ElementType.F32_BIG_ENDIAN;
            case F16 -> ElementType.F16_BIG_ENDIAN;
            case I64 -> ElementType.I64_BIG_ENDIAN;
            case I32 -> ElementType.I32_BIG_ENDIAN;
            case I16 -> ElementType.I16_BIG_ENDIAN;
            case BF16, U16, U32, U64 -> ElementType.PACKED;
            case F8, I8, U8, BOOL, PACKED -> type;
            case F64_BIG_ENDIAN, F32_BIG_ENDIAN, F16_BIG_ENDIAN, I64_BIG_ENDIAN, I32_BIG_ENDIAN, I16_BIG_ENDIAN -> type;
        };
        return new StorageType(other, elementBytes);
    }
}
