package io.casemate.scan.mxnet;

import io.casemate.scan.mxnet.StoredArray.Indexes;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.Optional;

/** Looks whether the indexes of sparse arrays stay inside of them: whoever makes such an array dense writes where they say. */
record SparseIndexes(Content content, Inspection inspection) {
    private static final int NUMBERS_A_STEP = 1 << 14;

    /** What is wrong with the indexes of an array, if something is. */
    Optional<String> wrong(StoredArray array) {
        return switch (array.storage()) {
            case DENSE -> Optional.empty();
            case ROW_SPARSE -> rows(array);
            case COMPRESSED_ROWS -> compressed(array);
        };
    }

    private Optional<String> rows(StoredArray array) {
        Indexes rows = array.indexes().getFirst();
        if (rows.shape().elements() != array.stored().length(0)) {
            return Optional.of("it has %d rows and %d numbers of rows"
                    .formatted(array.stored().length(0), rows.shape().elements()));
        }
        return inside(rows, array.shape().length(0), false);
    }

    /** Compressed rows: where each row begins in the list of columns, one more than rows; then the column of each number. */
    private Optional<String> compressed(StoredArray array) {
        Indexes begins = array.indexes().getFirst();
        Indexes columns = array.indexes().getLast();
        long numbers = array.stored().elements();
        if (columns.shape().elements() != numbers
                || (numbers > 0 && begins.shape().elements() != array.shape().length(0) + 1)) {
            return Optional.of("its lists of rows and columns do not fit its numbers");
        }
        return inside(begins, numbers + 1, true)
                .or(() -> inside(columns, array.shape().length(1), false));
    }

    private Optional<String> inside(Indexes indexes, long bound, boolean ascending) {
        long before = 0;
        for (long i = 0; i < indexes.shape().elements(); i++) {
            if (i % NUMBERS_A_STEP == 0) {
                inspection.step();
            }
            long index = index(indexes, i);
            if (index < (ascending ? before : 0) || index >= bound) {
                return Optional.of("index %d is outside of %d".formatted(index, bound));
            }
            before = index;
        }
        return Optional.empty();
    }

    private long index(Indexes indexes, long i) {
        return switch (indexes.type()) {
            case I64 -> content.i64(indexes.offset() + 8 * i);
            case I32 -> content.i32(indexes.offset() + 4 * i);
            case U8, BOOL -> content.u8(indexes.offset() + i);
            case F64, F32, F16, BF16, F8, I16, I8, U64, U32, U16 -> -1;
            case F64_BIG_ENDIAN, F32_BIG_ENDIAN, F16_BIG_ENDIAN, I64_BIG_ENDIAN, I32_BIG_ENDIAN, I16_BIG_ENDIAN -> -1;
            case PACKED -> -1;
        };
    }
}
