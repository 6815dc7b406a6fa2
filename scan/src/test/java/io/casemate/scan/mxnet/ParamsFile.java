package io.casemate.scan.mxnet;

import io.casemate.scan.trial.Bytes;
import java.nio.charset.StandardCharsets;

/** Builds files of MXNet parameters. */
final class ParamsFile {
    static final long V1 = 0xf993_fac8L;
    static final long V2 = 0xf993_fac9L;
    static final long V3 = 0xf993_facaL;
    static final int FLOAT = 0;
    static final int LONG = 6;

    private final Bytes arrays = Bytes.bytes();
    private final Bytes names = Bytes.bytes();
    private long arrayCount;
    private long nameCount;

    static ParamsFile params() {
        return new ParamsFile();
    }

    /** A dense array of zeros, floats in version 2. */
    ParamsFile array(String name, long... shape) {
        long elements = 1;
        for (long length : shape) {
            elements *= length;
        }
        return dense(name, V2, FLOAT, (int) (4 * elements), shape);
    }

    /** A dense array whose bytes are chosen apart from its shape. */
    ParamsFile dense(String name, long version, int type, int bytes, long... shape) {
        arrays.u32(version);
        if (version != V1) {
            arrays.u32(0);
        }
        shape(shape);
        device();
        arrays.u32(type).zeros(bytes);
        return named(name);
    }

    /** An array of the oldest version: no magic number, lengths of four bytes. */
    ParamsFile oldest(String name, int bytes, int... shape) {
        arrays.u32(shape.length);
        for (int length : shape) {
            arrays.u32(length);
        }
        device();
        arrays.u32(FLOAT).zeros(bytes);
        return named(name);
    }

    /** Rows of floats that stand for some rows of a larger array. */
    ParamsFile rowSparse(String name, long rows, long columns, long... indexes) {
        arrays.u32(V2).u32(1);
        shape(indexes.length, columns);
        shape(rows, columns);
        device();
        arrays.u32(FLOAT).u32(LONG);
        shape(indexes.length);
        arrays.zeros((int) (4 * indexes.length * columns));
        longs(indexes);
        return named(name);
    }

    /** Compressed sparse rows: where each row begins, the columns of the numbers. */
    ParamsFile compressedRows(String name, long rows, long columns, long[] begins, long... indexes) {
        arrays.u32(V2).u32(2);
        shape(indexes.length);
        shape(rows, columns);
        device();
        arrays.u32(FLOAT).u32(LONG);
        shape(begins.length);
        arrays.u32(LONG);
        shape(indexes.length);
        arrays.zeros(4 * indexes.length);
        longs(begins);
        longs(indexes);
        return named(name);
    }

    byte[] toBytes() {
        return withCounts(arrayCount, nameCount);
    }

    byte[] withCounts(long statedArrays, long statedNames) {
        return Bytes.bytes()
                .u64(0x112)
                .u64(0)
                .u64(statedArrays)
                .raw(arrays.toBytes())
                .u64(statedNames)
                .raw(names.toBytes())
                .toBytes();
    }

    private ParamsFile named(String name) {
        arrayCount++;
        if (!name.isEmpty()) {
            nameCount++;
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            names.u64(text.length).raw(text);
        }
        return this;
    }

    private void shape(long... lengths) {
        arrays.u32(lengths.length);
        longs(lengths);
    }

    private void longs(long... numbers) {
        for (long number : numbers) {
            arrays.u64(number);
        }
    }

    private void device() {
        arrays.u32(1).u32(0);
    }
}
