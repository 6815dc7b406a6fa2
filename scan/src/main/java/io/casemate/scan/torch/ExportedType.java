package io.casemate.scan.torch;

import java.util.Optional;

/** Element types of exported programs: ScalarType of torch/_export/serde/schema.py. */
final class ExportedType {
    private ExportedType() {}

    static Optional<StorageType> of(long number) {
        String name = switch ((int) number) {
            case 1 -> "uint8";
            case 2 -> "int8";
            case 3 -> "int16";
            case 4 -> "int32";
            case 5 -> "int64";
            case 6 -> "float16";
            case 7 -> "float32";
            case 8 -> "float64";
            case 10 -> "complex64";
            case 11 -> "complex128";
            case 12 -> "bool";
            case 13 -> "bfloat16";
            case 28 -> "uint16";
            case 29 -> "float8_e4m3fn";
            case 30 -> "float8_e5m2";
            case 31 -> "float8_e4m3fnuz";
            case 32 -> "float8_e5m2fnuz";
            default -> "";
        };
        return StorageType.of(name);
    }
}
