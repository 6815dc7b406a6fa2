package io.casemate.scan.onnx;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.protobuf.WireType;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.Optional;
import java.util.Set;

/** Whether a protobuf message is a TensorProto alone, as the test data of ONNX models are: input_0.pb. */
final class TensorShape {
    private static final Set<Integer> TYPED = Set.of(4, 5, 6, 7, 10, 11);
    private static final int RAW = 9;

    private TensorShape() {}

    /** Whether the beginning is that of one: dimensions or the type. */
    static boolean plausible(Content content) {
        return content.size() > 4 && (content.u8(0) == 0x08 || content.u8(0) == 0x0a || content.u8(0) == 0x10);
    }

    /** Whether all of it is: a known type, and as many bytes as the dimensions need. */
    static boolean certain(Content content, Inspection inspection) {
        long elements = 1;
        long type = 0;
        long raw = -1;
        boolean typed = false;
        try {
            for (ProtoReader field = ProtoReader.over(content, inspection::step); field.next(); ) {
                int number = field.number();
                if (number == 1) {
                    elements = elements(field, elements);
                } else if (number == 2 && field.wireType() == WireType.VARINT) {
                    type = field.value();
                } else if (TYPED.contains(number)) {
                    typed = true;
                } else if (number == RAW && field.delimited()) {
                    raw = field.length();
                } else if ((number != 8 && number != 12) || !field.delimited()) {
                    return false;
                }
                if (elements < 0) {
                    return false;
                }
            }
        } catch (IndexOutOfBoundsException | ArithmeticException broken) {
            return false;
        }
        Optional<DataType> known = DataType.of(type);
        return known.isPresent()
                && (typed ? raw < 0 : raw >= 0 && raw == (Math.multiplyExact(elements, known.get().bits) + 7) / 8);
    }

    private static long elements(ProtoReader field, long before) {
        if (!field.delimited()) {
            return Math.multiplyExact(before, field.value());
        }
        long elements = before;
        for (ProtoReader packed = field.message(); packed.more(); ) {
            elements = Math.multiplyExact(elements, packed.packed());
        }
        return elements;
    }
}
