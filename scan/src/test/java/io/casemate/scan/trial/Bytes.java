package io.casemate.scan.trial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds binary samples field by field, little-endian. */
public final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public static Bytes bytes() {
        return new Bytes();
    }

    public Bytes u8(int value) {
        out.write(value);
        return this;
    }

    public Bytes u16(int value) {
        return number(value, 2);
    }

    public Bytes u32(long value) {
        return number(value, 4);
    }

    public Bytes u64(long value) {
        return number(value, 8);
    }

    /** A number of that many bytes, the highest first. */
    public Bytes big(long value, int length) {
        for (int i = length - 1; i >= 0; i--) {
            out.write((int) (value >>> 8 * i));
        }
        return this;
    }

    public Bytes text(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    public Bytes zeros(int count) {
        return raw(new byte[count]);
    }

    public Bytes raw(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Zeros up to the next multiple. */
    public Bytes align(int multiple) {
        return zeros((multiple - out.size() % multiple) % multiple);
    }

    public int size() {
        return out.size();
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }

    private Bytes number(long value, int length) {
        for (int i = 0; i < length; i++) {
            out.write((int) (value >>> 8 * i));
        }
        return this;
    }
}
