package io.casemate.scan.flatbuffer;

import io.casemate.scan.spi.Content;
import java.util.Optional;

/** A table of a FlatBuffer. Fields that are left out are zero or absent. */
public record Table(Content content, long at) {
    private static final int TEXT_BYTES_MAX = 512;

    /** The root table of a buffer. */
    public static Table root(Content content) {
        return new Table(content, content.u32(0));
    }

    /** Where a field is stored; absent where it is left out. Fields count from 0. */
    public Optional<Long> field(int number) {
        long vtable = at - content.i32(at);
        int bytes = content.u16(vtable);
        long entry = 4L + 2L * number;
        int offset = entry + 2 <= bytes ? content.u16(vtable + entry) : 0;
        return offset == 0 ? Optional.empty() : Optional.of(at + offset);
    }

    /** A number of one byte; 0 where it is left out, as all numbers. */
    public int i8(int number) {
        return field(number).map(f -> (int) (byte) content.u8(f)).orElse(0);
    }

    public long u32(int number) {
        return field(number).map(content::u32).orElse(0L);
    }

    public int i32(int number) {
        return field(number).map(content::i32).orElse(0);
    }

    public long i64(int number) {
        return field(number).map(content::i64).orElse(0L);
    }

    /** A text; "" where it is left out. */
    public String text(int number) {
        return field(number)
                .map(f -> {
                    long text = f + content.u32(f);
                    return content.text(text + 4, (int) Math.min(content.u32(text), TEXT_BYTES_MAX));
                })
                .orElse("");
    }

    /** A table inside; empty where it is left out. */
    public Optional<Table> table(int number) {
        return field(number).map(f -> new Table(content, f + content.u32(f)));
    }

    /** A list of tables, numbers or bytes. */
    public Vector vector(int number) {
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
    public record Vector(Content content, long start, long length) {
        /** The table that an item points to. */
        public Table table(long index) {
            long item = start + 4 * index;
            return new Table(content, item + content.u32(item));
        }

        public int i32(long index) {
            return content.i32(start + 4 * index);
        }

        public long i64(long index) {
            return content.i64(start + 8 * index);
        }
    }
}
