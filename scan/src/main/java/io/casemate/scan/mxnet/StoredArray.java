package io.casemate.scan.mxnet;

import io.casemate.scan.cursor.Cursor;
import io.casemate.scan.cursor.OutOfFile;
import io.casemate.scan.spi.ElementType;
import java.util.ArrayList;
import java.util.List;

/**
 * One array as it is stored (src/ndarray/ndarray.cc). Magic numbers tell the versions from each other; the oldest has none and
 * begins with its number of dimensions.
 *
 * @param at where it begins
 * @param shape that of the whole array
 * @param stored that of the numbers in the file, which differs for sparse arrays
 * @param offset where its numbers begin
 * @param indexes lists of places, for sparse arrays
 */
record StoredArray(
        long at, Storage storage, Shape shape, Shape stored, ElementType type, long offset, List<Indexes> indexes) {
    /** How an array is stored, with the number of lists of indexes that go with it. */
    enum Storage {
        DENSE(0),
        ROW_SPARSE(1),
        COMPRESSED_ROWS(2);

        final int lists;

        Storage(int lists) {
            this.lists = lists;
        }
    }

    /** A list of indexes. */
    record Indexes(ElementType type, Shape shape, long offset) {}

    private static final long V1 = 0xf993_fac8L;
    private static final long V2 = 0xf993_fac9L;
    /** As version 2; an array without dimensions is one number there, and not none. */
    private static final long V3 = 0xf993_facaL;

    StoredArray {
        indexes = List.copyOf(indexes);
    }

    /** Number of bytes of its numbers. */
    long bytes() {
        return stored.elements() * type.bits() / 8;
    }

    static StoredArray read(Cursor cursor) {
        long at = cursor.position();
        long magic = cursor.u32();
        if (magic != V2 && magic != V3) {
            boolean wide = magic == V1;
            Shape shape = Shape.read(cursor, wide ? cursor.u32() : magic, wide);
            return dense(cursor, at, shape, !shape.lengths().isEmpty());
        }
        Storage storage = storage(cursor);
        Shape stored = storage == Storage.DENSE ? new Shape(false, List.of()) : Shape.read(cursor, cursor.u32(), true);
        Shape shape = Shape.read(cursor, cursor.u32(), true);
        boolean filled = shape.known() && (magic == V3 || !shape.lengths().isEmpty());
        return storage == Storage.DENSE
                ? dense(cursor, at, shape, filled)
                : sparse(cursor, at, storage, shape, stored, filled);
    }

    private static Storage storage(Cursor cursor) {
        long at = cursor.position();
        long storage = cursor.u32();
        if (storage >= Storage.values().length) {
            throw new UnknownArray(at, "an array has storage type %d, which is not known".formatted(storage));
        }
        return Storage.values()[(int) storage];
    }

    private static StoredArray dense(Cursor cursor, long at, Shape shape, boolean filled) {
        if (!filled) {
            return empty(at, cursor.position());
        }
        ElementType type = type(cursor);
        long offset = numbers(cursor, type, shape);
        return new StoredArray(at, Storage.DENSE, shape, shape, type, offset, List.of());
    }

    private static StoredArray sparse(
            Cursor cursor, long at, Storage storage, Shape shape, Shape stored, boolean filled) {
        if (!filled) {
            return empty(at, cursor.position());
        }
        ElementType type = type(cursor);
        var types = new ArrayList<ElementType>();
        var shapes = new ArrayList<Shape>();
        for (int i = 0; i < storage.lists; i++) {
            types.add(DataType.of(cursor.u32(), cursor.position() - 4));
            shapes.add(Shape.read(cursor, cursor.u32(), true));
        }
        long offset = numbers(cursor, type, stored);
        var indexes = new ArrayList<Indexes>();
        for (int i = 0; i < storage.lists; i++) {
            indexes.add(new Indexes(types.get(i), shapes.get(i), numbers(cursor, types.get(i), shapes.get(i))));
        }
        return new StoredArray(at, storage, shape, stored, type, offset, indexes);
    }

    private static StoredArray empty(long at, long end) {
        Shape none = new Shape(true, List.of(0L));
        return new StoredArray(at, Storage.DENSE, none, none, ElementType.F32, end, List.of());
    }

    /** The device comes first, in two numbers; loaders go on without it. */
    private static ElementType type(Cursor cursor) {
        cursor.skip(8);
        return DataType.of(cursor.u32(), cursor.position() - 4);
    }

    /** Skips numbers; returns where they begin. */
    private static long numbers(Cursor cursor, ElementType type, Shape shape) {
        long offset = cursor.position();
        long elements = shape.elements();
        if (elements < 0 || elements > cursor.left() / (type.bits() / 8)) {
            throw new OutOfFile(
                    offset,
                    "an array of shape %s is claimed, the file has %d bytes left"
                            .formatted(shape.lengths(), cursor.left()));
        }
        cursor.skip(elements * type.bits() / 8);
        return offset;
    }
}
