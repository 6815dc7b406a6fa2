package io.casemate.scan.protobuf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Builds protobuf messages field by field, for tests. */
public final class ProtoWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final Set<Integer> ends = new HashSet<>();

    public static ProtoWriter proto() {
        return new ProtoWriter();
    }

    public ProtoWriter varint(int field, long value) {
        raw((long) field << 3);
        raw(value);
        return end();
    }

    public ProtoWriter bytes(int field, byte... value) {
        raw((long) field << 3 | 2);
        raw(value.length);
        out.writeBytes(value);
        return end();
    }

    public ProtoWriter text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    public ProtoWriter message(int field, ProtoWriter value) {
        return bytes(field, value.toBytes());
    }

    public ProtoWriter fixed32(int field, int value) {
        raw((long) field << 3 | 5);
        for (int i = 0; i < 4; i++) {
            out.write(value >>> 8 * i);
        }
        return end();
    }

    public ProtoWriter fixed64(int field, long value) {
        raw((long) field << 3 | 1);
        for (int i = 0; i < 8; i++) {
            out.write((int) (value >>> 8 * i));
        }
        return end();
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }

    /** Where each field ends: a message cut there is whole. */
    public Set<Integer> ends() {
        return Set.copyOf(ends);
    }

    private ProtoWriter end() {
        ends.add(out.size());
        return this;
    }

    private void raw(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
