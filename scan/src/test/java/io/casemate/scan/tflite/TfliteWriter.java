package io.casemate.scan.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds a TFLite model of one operator, one tensor and one buffer, for tests. Tables stand before what they point to. */
final class TfliteWriter {
    private final ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

    private TfliteWriter() {}

    static byte[] model(String customOperator, byte... buffer) {
        return new TfliteWriter().write(customOperator, buffer, buffer.length);
    }

    /** A model whose buffer says that it has that many bytes. */
    static byte[] modelWithLength(int length, byte... buffer) {
        return new TfliteWriter().write("", buffer, length);
    }

    private byte[] write(String customOperator, byte[] buffer, int length) {
        out.putInt(0).put("TFL3".getBytes(StandardCharsets.US_ASCII));
        int model = table(5);
        out.putInt(0, model);
        out.putInt(field(model, 0), 3);
        int code = list(field(model, 1));
        if (!customOperator.isEmpty()) {
            vector(field(code, 1), customOperator.getBytes(StandardCharsets.US_ASCII), customOperator.length());
        }
        int graph = list(field(model, 2));
        int tensor = list(field(graph, 0));
        out.putInt(field(tensor, 2), 1);
        vector(field(tensor, 3), "w".getBytes(StandardCharsets.US_ASCII), 1);
        point(field(model, 4));
        int buffers = out.position();
        out.putInt(2).putInt(0).putInt(0);
        out.putInt(buffers + 4, out.position() + 12 - buffers - 4);
        table(1);
        int full = table(1);
        out.putInt(buffers + 8, full - buffers - 8);
        vector(field(full, 0), buffer, length);
        return Arrays.copyOf(out.array(), out.position());
    }

    /** A table of fields of four bytes, after its list of offsets; the offset of the table. */
    private int table(int fields) {
        int start = out.position();
        int entries = fields % 2 == 0 ? fields : fields + 1;
        out.putShort((short) (4 + 2 * entries)).putShort((short) (4 + 4 * fields));
        for (int i = 0; i < entries; i++) {
            out.putShort((short) (i < fields ? 4 + 4 * i : 0));
        }
        int table = out.position();
        out.putInt(table - start);
        for (int i = 0; i < fields; i++) {
            out.putInt(0);
        }
        return table;
    }

    private static int field(int table, int number) {
        return table + 4 + 4 * number;
    }

    private void point(int from) {
        out.putInt(from, out.position() - from);
    }

    /** A list of one table of four fields; the offset of the table. */
    private int list(int from) {
        point(from);
        int item = out.position() + 4;
        out.putInt(1).putInt(0);
        int table = table(4);
        out.putInt(item, table - item);
        return table;
    }

    private void vector(int from, byte[] bytes, int length) {
        point(from);
        out.putInt(length).put(bytes);
        while (out.position() % 4 != 0) {
            out.put((byte) 0);
        }
    }
}
