package io.casemate.scan.bytecode;

import java.util.Arrays;

/** Bytes of instructions, two each: opcode and argument. Never changes. */
final class Instructions {
    private final byte[] bytes;

    Instructions(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Number of instructions, counting inline caches. */
    public int count() {
        return bytes.length / 2;
    }

    int opcode(int index) {
        return bytes[2 * index] & 0xff;
    }

    int argument(int index) {
        return bytes[2 * index + 1] & 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Instructions that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
