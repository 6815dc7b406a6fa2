package io.casemate.scan.paddle;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands before the numbers of one tensor: a version, levels of detail, a version, a description in protobuf. Source:
 * paddle/phi/core/framework/dense_tensor_serialize and framework.proto.
 *
 * @param type how its numbers are stored, empty where that is not known
 * @param shape lengths of its dimensions
 * @param data where its numbers begin
 * @param bytes how many bytes they take
 */
record ParameterHead(Optional<ElementType> type, List<Long> shape, long data, long bytes) {
    /** Two versions, the count of levels, and the length of the description. */
    static final int BYTES_MIN = 20;

    private static final int LEVELS_MAX = 16;
    private static final int DIMENSIONS_MAX = 64;
    private static final int DESCRIPTION_MAX = 4 << 10;

    /** Reads the head at an offset; throws as reading outside does where none stands there. */
    static ParameterHead read(Content content, long offset, Runnable step) {
        need(content.i32(offset) == 0, "version", offset);
        long levels = content.i64(offset + 4);
        need(levels >= 0 && levels <= LEVELS_MAX, "levels", offset);
        long at = offset + 12;
        for (int i = 0; i < levels; i++) {
            long bytes = content.i64(at);
            need(bytes >= 0 && bytes % 8 == 0 && bytes <= content.size() - at - 8, "levels", at);
            at += 8 + bytes;
        }
        need(content.i32(at) == 0, "version", at);
        int length = content.i32(at + 4);
        need(length > 0 && length <= DESCRIPTION_MAX, "description", at);
        return described(content, ProtoReader.over(content, at + 8, length, step), at + 8 + length);
    }

    private static ParameterHead described(Content content, ProtoReader field, long data) {
        long type = -1;
        List<Long> shape = new ArrayList<>();
        while (field.next()) {
            if (field.number() == 1) {
                type = field.value();
            } else if (field.number() == 2 && field.delimited()) {
                for (ProtoReader dimensions = field.message(); dimensions.more(); ) {
                    shape.add(dimensions.packed());
                }
            } else if (field.number() == 2) {
                shape.add(field.value());
            } else {
                need(false, "field", field.offset());
            }
            need(shape.size() <= DIMENSIONS_MAX, "dimensions", field.offset());
        }
        Optional<ElementType> element = type(type);
        long left = content.size() - data;
        long bytes = element.map(each -> each.bits() / 8L).orElse(0L) * (complex(type) ? 2 : 1);
        for (long dimension : shape) {
            need(dimension >= 0 && (bytes == 0 || dimension <= left / bytes), "dimensions", data);
            bytes *= dimension;
        }
        need(bytes <= left, "numbers", data);
        if (complex(type)) {
            shape.add(2L);
        }
        return new ParameterHead(element, shape, data, bytes);
    }

    private static void need(boolean holds, String what, long at) {
        if (!holds) {
            throw new IndexOutOfBoundsException("no %s of a tensor at %d".formatted(what, at));
        }
    }

    private static boolean complex(long type) {
        return type == 23 || type == 24;
    }

    /** VarType.Type of framework.proto. */
    private static Optional<ElementType> type(long type) {
        return Optional.ofNullable(
                switch ((int) type) {
                    case 0 -> ElementType.BOOL;
                    case 1 -> ElementType.I16;
                    case 2 -> ElementType.I32;
                    case 3 -> ElementType.I64;
                    case 4 -> ElementType.F16;
                    case 5, 23 -> ElementType.F32;
                    case 6, 24 -> ElementType.F64;
                    case 20 -> ElementType.U8;
                    case 21 -> ElementType.I8;
                    case 22 -> ElementType.BF16;
                    case 32, 33 -> ElementType.F8;
                    default -> null;
                });
    }

    Tensor tensor(String name, Content content) {
        return new Tensor(
                name, type.orElseThrow(), shape, content.slice(data, bytes).bytes(), data);
    }
}
