package io.casemate.scan.tensorflow;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.spi.ElementType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** TensorFlow's numbers of element types (types.proto) and its shapes (tensor_shape.proto). */
final class TensorTypes {
    static final int STRING = 7;
    private static final int RANK_MAX = 254;

    private TensorTypes() {}

    static Optional<ElementType> of(int type) {
        return switch (type) {
            case 1 -> Optional.of(ElementType.F32);
            case 2 -> Optional.of(ElementType.F64);
            case 3 -> Optional.of(ElementType.I32);
            case 4, 12 -> Optional.of(ElementType.U8);
            case 5, 16 -> Optional.of(ElementType.I16);
            case 6, 11 -> Optional.of(ElementType.I8);
            case 9 -> Optional.of(ElementType.I64);
            case 10 -> Optional.of(ElementType.BOOL);
            case 13 -> Optional.of(ElementType.I32);
            case 14 -> Optional.of(ElementType.BF16);
            case 15, 17 -> Optional.of(ElementType.U16);
            case 19 -> Optional.of(ElementType.F16);
            case 22 -> Optional.of(ElementType.U32);
            case 23 -> Optional.of(ElementType.U64);
            case 24, 25 -> Optional.of(ElementType.F8);
            default -> Optional.empty();
        };
    }

    static List<Long> shape(ProtoReader shape) {
        List<Long> lengths = new ArrayList<>();
        while (shape.next() && lengths.size() < RANK_MAX) {
            if (shape.number() == 2) {
                long length = 0;
                for (ProtoReader dimension = shape.message(); dimension.next(); ) {
                    length = dimension.number() == 1 ? dimension.value() : length;
                }
                lengths.add(length);
            }
        }
        return lengths;
    }
}
