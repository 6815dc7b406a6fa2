package io.casemate.scan.protobuf;

import io.casemate.scan.spi.Content;
import java.nio.charset.StandardCharsets;

/**
 * The fields of one protobuf message, one after the other, in the order they are stored (protobuf.dev, Encoding). Nothing is
 * copied but text, nothing is kept of fields that were passed. Groups are passed over as the single fields they are made of.
 * What is no message throws {@link IndexOutOfBoundsException}, as reading outside a content does.
 *
 * <pre>{@code
 * for (ProtoReader field = ProtoReader.over(content, inspection::step); field.next(); ) {
 *     switch (field.number()) {
 *         case 1 -> version(field.value());
 *         case 7 -> graph(field.message());
 *         default -> {}
 *     }
 * }
 * }</pre>
 */
public final class ProtoReader {
    private static final int FIELDS_A_STEP = 1024;

    private final Content content;
    private final long end;
    private final Runnable step;
    private long position;
    private int fields;
    private int number;
    private WireType wireType = WireType.VARINT;
    private long value;
    private long offset;
    private long length;

    private ProtoReader(Content content, long from, long end, Runnable step) {
        this.content = content;
        this.position = from;
        this.end = end;
        this.step = step;
    }

    /**
     * The message that fills a content.
     *
     * @param step called before the first and then each thousand fields; {@code inspection::step}
     */
    public static ProtoReader over(Content content, Runnable step) {
        return new ProtoReader(content, 0, content.size(), step);
    }

    /** The message in a part of a content; offsets stay those of the content. */
    public static ProtoReader over(Content content, long offset, long length, Runnable step) {
        if (offset < 0 || length < 0 || offset > content.size() - length) {
            throw new IndexOutOfBoundsException("a message of %d bytes at %d".formatted(length, offset));
        }
        return new ProtoReader(content, offset, offset + length, step);
    }

    /** Another reader of the same message, at its beginning where this one has not moved yet. */
    public ProtoReader same() {
        return new ProtoReader(content, position, end, step);
    }

    /** Moves to the next field; false at the end of the message. */
    public boolean next() {
        if (position >= end) {
            return false;
        }
        if (fields++ % FIELDS_A_STEP == 0) {
            step.run();
        }
        long start = position;
        long key = readVarint();
        number = (int) (key >>> 3);
        if (key >>> 32 != 0 || number == 0) {
            throw new IndexOutOfBoundsException("field number %d at %d".formatted(key >>> 3, start));
        }
        wireType = WireType.of((int) key & 7, start);
        readValue();
        return true;
    }

    /** Number of the current field, from 1. */
    public int number() {
        return number;
    }

    public WireType wireType() {
        return wireType;
    }

    /** Whether the current field is text, bytes, a message or packed numbers. */
    public boolean delimited() {
        return wireType == WireType.DELIMITED;
    }

    /** The number of a varint or a fixed field, little-endian; 0 for a delimited one. */
    public long value() {
        return value;
    }

    /** Where the value begins in the content. */
    public long offset() {
        return offset;
    }

    /** How many bytes the value takes. */
    public long length() {
        return length;
    }

    /** The current field read as a message; empty where it is not delimited. */
    public ProtoReader message() {
        return new ProtoReader(content, offset, delimited() ? offset + length : offset, step);
    }

    /** The current field as content of its own, under the name of the whole; empty where it is not delimited. */
    public Content bytes() {
        return content.slice(offset, delimited() ? length : 0);
    }

    /** The current field as UTF-8, at most that many bytes of it; empty where it is not delimited. */
    public String text(int bytesMax) {
        return delimited() ? content.text(offset, (int) Math.min(length, bytesMax), StandardCharsets.UTF_8) : "";
    }

    /**
     * One varint where this reader stands, for packed numbers: {@code for (var n = field.message(); n.more(); ) use(n.packed())}.
     */
    public long packed() {
        return readVarint();
    }

    /** Whether bytes are left. */
    public boolean more() {
        return position < end;
    }

    private void readValue() {
        offset = position;
        value = 0;
        switch (wireType) {
            case VARINT -> value = readVarint();
            case FIXED64 -> {
                value = content.i64(within(8));
                position += 8;
            }
            case FIXED32 -> {
                value = content.u32(within(4));
                position += 4;
            }
            case DELIMITED -> {
                long bytes = readVarint();
                if (bytes < 0 || bytes > end - position) {
                    throw new IndexOutOfBoundsException("%d bytes at %d".formatted(bytes, position));
                }
                offset = position;
                length = bytes;
                position += bytes;
                return;
            }
            case GROUP -> {} // its fields follow like those of this message
        }
        length = position - offset;
    }

    private long within(int bytes) {
        if (bytes > end - position) {
            throw new IndexOutOfBoundsException("%d bytes at %d".formatted(bytes, position));
        }
        return position;
    }

    private long readVarint() {
        long result = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int b = content.u8(within(1));
            position++;
            result |= (long) (b & 0x7f) << shift;
            if (b < 0x80) {
                return result;
            }
        }
        throw new IndexOutOfBoundsException("a varint of more than ten bytes before %d".formatted(position));
    }
}
