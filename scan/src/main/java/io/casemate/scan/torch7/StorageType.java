package io.casemate.scan.torch7;

import io.casemate.scan.spi.ElementType;
import java.util.Map;
import java.util.Optional;

/** Types of storages and tensors by their names: {@code torch.FloatStorage}, {@code torch.CudaTensor}. */
record StorageType(ElementType element, boolean tensor) {
    private static final String PACKAGE = "torch.";
    private static final String STORAGE = "Storage";
    private static final String TENSOR = "Tensor";
    private static final String CUDA = "Cuda";

    private static final Map<String, ElementType> TYPES = Map.of(
            "Byte", ElementType.U8,
            "Char", ElementType.I8,
            "Short", ElementType.I16,
            "Int", ElementType.I32,
            "Long", ElementType.I64,
            "Half", ElementType.F16,
            "Float", ElementType.F32,
            "Double", ElementType.F64,
            "", ElementType.F32);

    /** The type of a class; none where the class is neither a storage nor a tensor of numbers. */
    static Optional<StorageType> of(String className) {
        boolean tensor = className.endsWith(TENSOR);
        if (!className.startsWith(PACKAGE) || !(tensor || className.endsWith(STORAGE))) {
            return Optional.empty();
        }
        String name = className.substring(PACKAGE.length(), className.length() - (tensor ? TENSOR : STORAGE).length());
        String plain = name.startsWith(CUDA) ? name.substring(CUDA.length()) : name;
        boolean named = !plain.isEmpty() || name.equals(CUDA);
        return named
                ? Optional.ofNullable(TYPES.get(plain)).map(type -> new StorageType(type, tensor))
                : Optional.empty();
    }

    int bytes() {
        return element.bits() / 8;
    }
}
