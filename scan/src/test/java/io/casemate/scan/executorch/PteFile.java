package io.casemate.scan.executorch;

import static io.casemate.scan.trial.Bytes.bytes;
import static io.casemate.scan.trial.FlatTable.flat;

import io.casemate.scan.trial.FlatTable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Builds a program of ExecuTorch: one method, one constant tensor of 2 by 2 floats in the first segment, one operator. */
final class PteFile {
    private static final int HEADER_BYTES = 24;
    private static final int FLOAT = 6;
    private static final int TENSOR = 5;
    private static final int KERNEL = 1;

    private String operator = "aten::add";
    private int called;
    private int argument;
    private long constantOffset = 16;
    private long segmentSize = 32;
    private long overlapping = -1;
    private FlatTable tensor = flat().number(0, FLOAT).ints(2, 2, 2).number(5, 1);
    private FlatTable[] delegates = {};
    private byte[] inline = {};
    private FlatTable[] named = {};

    static PteFile pte() {
        return new PteFile();
    }

    PteFile operator(String name) {
        operator = name;
        return this;
    }

    /** Which operator and which value the one instruction names; 0 is there, others are not. */
    PteFile calls(int number, int value) {
        called = number;
        argument = value;
        return this;
    }

    PteFile shape(int... lengths) {
        tensor.ints(2, lengths);
        return this;
    }

    PteFile constantAt(long offset) {
        constantOffset = offset;
        return this;
    }

    PteFile segmentOf(long size) {
        segmentSize = size;
        return this;
    }

    /** A second segment that begins there. */
    PteFile segmentAt(long offset) {
        overlapping = offset;
        return this;
    }

    /** Memory for the tensor, at a place in the one memory of 64 bytes that is planned. */
    PteFile plannedAt(long memory, long offset) {
        tensor.table(
                6, flat().number(0, memory).number(1, offset & 0xffff_ffffL).number(2, offset >>> 32));
        tensor.number(5, 0);
        return this;
    }

    PteFile delegate(String backend, byte... blob) {
        inline = blob;
        delegates = new FlatTable[] {
            flat().text(0, backend).table(1, flat().number(0, 0).number(1, 0))
        };
        return this;
    }

    PteFile named(String name, int segment) {
        named = new FlatTable[] {flat().text(0, name).number(1, segment)};
        return this;
    }

    byte[] toBytes() {
        FlatTable instruction =
                flat().number(0, KERNEL).table(1, flat().number(0, called).ints(1, argument));
        FlatTable plan = flat().text(0, "forward")
                .tables(2, flat().number(0, TENSOR).table(1, tensor))
                .ints(3, 0)
                .ints(4, 0)
                .tables(5, flat().tables(2, instruction))
                .tables(6, flat().text(0, operator).text(1, "out"))
                .tables(7, delegates)
                .longs(8, 0, 64);
        FlatTable first = flat().number(0, 0).number(1, segmentSize);
        FlatTable program = flat().tables(1, plan)
                .tables(3, flat().bytes(0, inline))
                .table(5, flat().number(0, 0).longs(1, 0, constantOffset))
                .tables(7, named);
        if (overlapping < 0) {
            program.tables(4, first);
        } else {
            program.tables(4, first, flat().number(0, overlapping).number(1, 4));
        }
        byte[] buffer = program.build("ET12", HEADER_BYTES);
        ByteBuffer.wrap(buffer)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(8, 0x30306865)
                .putInt(12, HEADER_BYTES)
                .putLong(16, buffer.length)
                .putLong(24, buffer.length);
        return bytes().raw(buffer).zeros(31).u8(1).toBytes();
    }
}
