package io.casemate.scan.spi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to be read: a file mapped into memory, a part of one, or what was unpacked. Never changes. All offsets are from its
 * own start; reading outside throws {@link IndexOutOfBoundsException}. Small files lie in an array and are read there
 * directly: thousands of them are scanned before the compiler has made segments quick.
 */
public final class Content {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final String name;
    private final MemorySegment bytes;
    private final Family family;
    private final byte @Nullable [] array;
    private final int start;
    private final long size;

    /**
     * Content among others.
     *
     * @param name where it comes from, as one path: "model.pt", "model.pt!archive/data.pkl"
     * @param bytes the bytes, read only
     * @param family names and contents of what lies beside it
     */
    public Content(String name, MemorySegment bytes, Family family) {
        this(name, bytes, family, null, 0);
    }

    /** Content among others that is a whole array, which nobody changes any more. */
    public Content(String name, byte[] bytes, Family family) {
        this(name, MemorySegment.ofArray(bytes).asReadOnly(), family, bytes, 0);
    }

    private Content(String name, MemorySegment bytes, Family family, byte @Nullable [] array, int start) {
        this.name = name;
        this.bytes = bytes;
        this.family = family;
        this.array = array;
        this.start = start;
        this.size = bytes.byteSize();
    }

    /** Content that stands alone. */
    public static Content of(String name, MemorySegment bytes) {
        return new Content(name, bytes.asReadOnly(), Family.NONE);
    }

    /** Content that stands alone, in an array, which nobody changes any more. */
    public static Content of(String name, byte[] bytes) {
        return new Content(name, bytes, Family.NONE);
    }

    /** Where it comes from, as one path. */
    public String name() {
        return name;
    }

    /** The bytes, read only. */
    public MemorySegment bytes() {
        return bytes;
    }

    /** Names and contents of what lies beside it. */
    public Family family() {
        return family;
    }

    /** A part of this content under the same name. */
    public Content slice(long offset, long length) {
        return slice(name, offset, length);
    }

    /** A part of this content under another name. */
    public Content slice(String name, long offset, long length) {
        return new Content(name, bytes.asSlice(offset, length), family, array, (int) (start + offset));
    }

    /** The name without the folders and archives before it: "data.pkl". */
    public String simpleName() {
        int cut = Math.max(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')), name.lastIndexOf('!'));
        return name.substring(cut + 1);
    }

    public long size() {
        return size;
    }

    /** Whether text could begin like this: it never does with a byte that goes on with a letter of UTF-8. */
    public boolean mayBeText() {
        return size > 0 && (u8(0) & 0xc0) != 0x80;
    }

    /** The byte at an offset, 0 to 255. */
    public int u8(long offset) {
        byte[] near = array;
        return near == null
                ? bytes.get(ValueLayout.JAVA_BYTE, offset) & 0xff
                : near[start + (int) Objects.checkIndex(offset, size)] & 0xff;
    }

    /** Two bytes, little-endian, 0 to 65,535. */
    public int u16(long offset) {
        return array == null ? bytes.get(SHORT, offset) & 0xffff : u8(offset) | u8(offset + 1) << 8;
    }

    /** Four bytes, little-endian, signed. */
    public int i32(long offset) {
        return array == null ? bytes.get(INT, offset) : u16(offset) | u16(offset + 2) << 16;
    }

    /** Four bytes, little-endian, unsigned. */
    public long u32(long offset) {
        return i32(offset) & 0xffff_ffffL;
    }

    /** Eight bytes, little-endian, signed. */
    public long i64(long offset) {
        return array == null ? bytes.get(LONG, offset) : u32(offset) | u32(offset + 4) << 32;
    }

    /** Whether these bytes stand at an offset; false where they would reach outside. */
    public boolean has(long offset, byte... expected) {
        if (offset < 0 || offset > size - expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (u8(offset + i) != (expected[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** Whether this Latin-1 text stands at an offset; false where it would reach outside. */
    public boolean has(long offset, String expected) {
        if (offset < 0 || offset > size - expected.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (u8(offset + i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Copies some bytes into an array, from its beginning. */
    public void copy(long offset, byte[] to, int length) {
        byte[] near = array;
        if (near == null) {
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, offset, to, 0, length);
        } else {
            Objects.checkFromIndexSize(offset, length, size);
            System.arraycopy(near, start + (int) offset, to, 0, length);
        }
    }

    /** A copy of some bytes. The caller has checked that the length is bounded. */
    public byte[] copy(long offset, int length) {
        Objects.checkFromIndexSize(offset, length, size);
        var copy = new byte[length];
        copy(offset, copy, length);
        return copy;
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
