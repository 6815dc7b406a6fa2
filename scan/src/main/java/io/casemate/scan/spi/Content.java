package io.casemate.scan.spi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Bytes to be read: a file mapped into memory, a part of one, or what was unpacked. Never changes. All offsets are from its
 * own start; reading outside throws {@link IndexOutOfBoundsException}.
 *
 * @param name where it comes from, as one path: "model.pt", "model.pt!archive/data.pkl"
 * @param bytes the bytes, read only
 * @param family names and contents of what lies beside it
 */
public record Content(String name, MemorySegment bytes, Family family) {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Content that stands alone. */
    public static Content of(String name, MemorySegment bytes) {
        return new Content(name, bytes.asReadOnly(), Family.NONE);
    }

    /** Content that stands alone, in an array. */
    public static Content of(String name, byte[] bytes) {
        return of(name, MemorySegment.ofArray(bytes));
    }

    /** A part of this content under the same name. */
    public Content slice(long offset, long length) {
        return new Content(name, bytes.asSlice(offset, length), family);
    }

    /** The name without the folders and archives before it: "data.pkl". */
    public String simpleName() {
        int cut = Math.max(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')), name.lastIndexOf('!'));
        return name.substring(cut + 1);
    }

    public long size() {
        return bytes.byteSize();
    }

    /** The byte at an offset, 0 to 255. */
    public int u8(long offset) {
        return bytes.get(ValueLayout.JAVA_BYTE, offset) & 0xff;
    }

    /** Two bytes, little-endian, 0 to 65,535. */
    public int u16(long offset) {
        return bytes.get(SHORT, offset) & 0xffff;
    }

    /** Four bytes, little-endian, signed. */
    public int i32(long offset) {
        return bytes.get(INT, offset);
    }

    /** Four bytes, little-endian, unsigned. */
    public long u32(long offset) {
        return bytes.get(INT, offset) & 0xffff_ffffL;
    }

    /** Eight bytes, little-endian, signed. */
    public long i64(long offset) {
        return bytes.get(LONG, offset);
    }

    /** Whether these bytes stand at an offset; false where they would reach outside. */
    public boolean has(long offset, byte... expected) {
        if (offset < 0 || offset > size() - expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes.get(ValueLayout.JAVA_BYTE, offset + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether this Latin-1 text stands at an offset; false where it would reach outside. */
    public boolean has(long offset, String expected) {
        return has(offset, expected.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A copy of some bytes. The caller has checked that the length is bounded. */
    public byte[] copy(long offset, int length) {
        return bytes.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
    }

    /** Some bytes as text; malformed input becomes U+FFFD. The caller has checked that the length is bounded. */
    public String text(long offset, int length, Charset charset) {
        return new String(copy(offset, length), charset);
    }

    /** Some bytes as UTF-8; malformed input becomes U+FFFD. The caller has checked that the length is bounded. */
    public String text(long offset, int length) {
        return text(offset, length, StandardCharsets.UTF_8);
    }
}
