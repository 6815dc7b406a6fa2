package io.casemate.scan.paddle;

import static io.casemate.scan.protobuf.ProtoWriter.proto;

import io.casemate.scan.protobuf.ProtoWriter;
import io.casemate.scan.trial.Bytes;

/** Writes parameters as Paddle's save_combine does. */
final class ParametersFile {
    static final int FLOAT = 5;

    private final Bytes out = Bytes.bytes();

    /** @param type a VarType.Type */
    ParametersFile add(int type, byte[] numbers, long... shape) {
        ProtoWriter description = proto().varint(1, type);
        for (long length : shape) {
            description.varint(2, length);
        }
        byte[] described = description.toBytes();
        out.u32(0).u64(0).u32(0).u32(described.length).raw(described).raw(numbers);
        return this;
    }

    byte[] toBytes() {
        return out.toBytes();
    }
}
