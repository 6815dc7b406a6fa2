package io.casemate.scan.trial;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A table of a FlatBuffer, built field by field. What it points to is written behind it; every field takes eight bytes. */
public final class FlatTable {
    private static final int SLOT = 8;

    private final SortedMap<Integer, Object> fields = new TreeMap<>();

    public static FlatTable flat() {
        return new FlatTable();
    }

    /** A number of up to eight bytes. */
    public FlatTable number(int field, long value) {
        fields.put(field, value);
        return this;
    }

    public FlatTable text(int field, String text) {
        fields.put(field, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public FlatTable bytes(int field, byte... bytes) {
        fields.put(field, bytes);
        return this;
    }

    public FlatTable table(int field, FlatTable table) {
        fields.put(field, table);
        return this;
    }

    public FlatTable tables(int field, FlatTable... tables) {
        fields.put(field, List.of(tables));
        return this;
    }

    public FlatTable ints(int field, int... numbers) {
        fields.put(field, numbers);
        return this;
    }

    public FlatTable longs(int field, long... numbers) {
        fields.put(field, numbers);
        return this;
    }

    /**
     * The whole buffer with this table at its root.
     *
     * @param identifier four letters
     * @param headerBytes room between the identifier and the root table
     */
    public byte[] build(String identifier, int headerBytes) {
        ByteBuffer out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0).put(identifier.getBytes(StandardCharsets.US_ASCII));
        out.position(out.position() + headerBytes);
        out.putInt(0, write(out));
        align(out);
        return Arrays.copyOf(out.array(), out.position());
    }

    /** Writes the list of offsets, the table, and what it points to; returns where the table is. */
    private int write(ByteBuffer out) {
        align(out);
        int count = fields.isEmpty() ? 0 : fields.lastKey() + 1;
        int start = out.position();
        out.putShort((short) (4 + 2 * count)).putShort((short) (4 + SLOT * count));
        for (int i = 0; i < count; i++) {
            out.putShort((short) (fields.containsKey(i) ? 4 + SLOT * i : 0));
        }
        align(out);
        int table = out.position();
        out.putInt(table - start);
        out.position(table + 4 + SLOT * count);
        fields.forEach((number, value) -> field(out, table + 4 + SLOT * number, value));
        return table;
    }

    private static void field(ByteBuffer out, int at, Object value) {
        switch (value) {
            case Long number -> out.putLong(at, number);
            case FlatTable table -> out.putInt(at, table.write(out) - at);
            case byte[] bytes -> {
                list(out, at, bytes.length);
                out.put(bytes);
            }
            case int[] numbers -> {
                list(out, at, numbers.length);
                Arrays.stream(numbers).forEach(out::putInt);
            }
            case long[] numbers -> {
                list(out, at, numbers.length);
                Arrays.stream(numbers).forEach(out::putLong);
            }
            case List<?> tables -> {
                list(out, at, tables.size());
                int items = out.position();
                out.position(items + 4 * tables.size());
                for (int i = 0; i < tables.size(); i++) {
                    int item = items + 4 * i;
                    out.putInt(item, ((FlatTable) tables.get(i)).write(out) - item);
                }
            }
            default -> throw new IllegalArgumentException("no field holds " + value);
        }
    }

    private static void list(ByteBuffer out, int from, int length) {
        align(out);
        out.putInt(from, out.position() - from);
        out.putInt(length);
    }

    private static void align(ByteBuffer out) {
        out.position((out.position() + SLOT - 1) / SLOT * SLOT);
    }
}
