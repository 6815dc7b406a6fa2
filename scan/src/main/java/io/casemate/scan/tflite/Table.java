package io.casemate.scan.tflite;

import io.casemate.scan.spi.Content;
import java.util.Optional;

/** A table of a FlatBuffer. Fields that are left out are zero or absent. */
record Table(Content content, long at) {
    private static final int TEXT_BYTES_MAX = 512;

    /** The root table of a buffer. */
    static Table root(Content content) {
        return new Table(content, content.u32(0));
    }

    /** Where a field is stored; absent where it is left out. Fields count from 0. */
    Optional<Long> field(int number) {
        long vtable = at - content.i32(at);
        int bytes = content.u16(vtable);
        long entry = 4L + 2L * number;
        int offset = entry + 2 <= bytes ? content.u16(vtable + entry) : 0;
        return offset == 0 ? Optional.empty() : Optional.of(at + offset);
    }

    int i8(int number) {
        return field(number).map(f -> (int) (byte) content.u8(f)).orElse(0);
    }

    long u32(int number) {
        return field(number).map(content::u32).orElse(0L);
    }

    int i32(int number) {
        return field(number).map(content::i32).orElse(0);
    }

    long i64(int number) {
        return field(number).map(content::i64).orElse(0L);
    }

    /** A text; "" where it is left out. */
    String text(int number) {
        return field(number)
                .map(f -> {
                    long text = f + content.u32(f);
                    return content.text(text + 4, (int) Math.min(content.u32(text), TEXT_BYTES_MAX));
                })
                .orElse("");
    }

    /** A list of tables, numbers or bytes. */
    Vector vector(int number) {
        return field(number)
                .map(f -> {
                    long vector = f + content.u32(f);
                    return new Vector(content, vector + 4, content.u32(vector));
                })
                .orElse(new Vector(content, 0, 0));
    }

    /**
     * A list.
     *
     * @param start where its first item is
     * @param length number of items, as the file says
     */
    record Vector(Content content, long start, long length) {
        /** The table that an item points to. */
        Table table(long index) {
            long item = start + 4 * index;
            return new Table(content, item + content.u32(item));
        }

        int i32(long index) {
            return content.i32(start + 4 * index);
        }
    }
}
