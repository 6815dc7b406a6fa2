package io.casemate.scan.tensorflow;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;

/**
 * The index of a checkpoint: a sorted table of names and small messages, in blocks whose keys share prefixes, with a footer
 * that says where the index of the blocks is (tensorflow/core/lib/io/table_format.txt).
 */
final class BundleTable {
    private static final int FOOTER_BYTES = 48;
    private static final int TRAILER_BYTES = 5; // compression and checksum
    private static final int KEY_BYTES_MAX = 1 << 16;
    private static final byte[] MAGIC = {0x57, (byte) 0xfb, (byte) 0x80, (byte) 0x8b, 0x24, 0x75, 0x47, (byte) 0xdb};

    /** Takes an entry: its key, and where its value is. */
    interface Entries {
        void accept(String key, long offset, long length);
    }

    private final Content content;
    private final Inspection inspection;
    private long at;

    BundleTable(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    static boolean isTable(Content content) {
        return content.size() >= FOOTER_BYTES && content.has(content.size() - 8, MAGIC);
    }

    /** Gives each entry. */
    void read(Entries entries) {
        at = content.size() - FOOTER_BYTES;
        varint();
        varint();
        long offset = varint();
        long length = varint();
        block(offset, length, (key, handle, ignored) -> {
            at = handle;
            long blockOffset = varint();
            block(blockOffset, varint(), entries);
        });
    }

    private void block(long offset, long length, Entries entries) {
        inspection.step();
        if (content.u8(offset + length) != 0) {
            inspection.gap(offset, "a block of the index is compressed, which TensorFlow does not do");
            return;
        }
        content.slice(offset, length + TRAILER_BYTES);
        long restarts = content.u32(offset + length - 4);
        long end = offset + length - 4 - 4 * restarts;
        long next = offset;
        byte[] key = {};
        while (next < end) {
            inspection.step();
            at = next;
            int shared = (int) Math.min(varint(), key.length);
            long rest = varint();
            long valueLength = varint();
            if (rest < 0 || valueLength < 0 || rest > KEY_BYTES_MAX - shared || valueLength > end - at - rest) {
                throw new IndexOutOfBoundsException("an entry of the index at %d".formatted(next));
            }
            byte[] grown = new byte[shared + (int) rest];
            System.arraycopy(key, 0, grown, 0, shared);
            System.arraycopy(content.copy(at, (int) rest), 0, grown, shared, (int) rest);
            key = grown;
            long value = at + rest;
            next = value + valueLength;
            entries.accept(new String(key, StandardCharsets.UTF_8), value, valueLength);
        }
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = content.u8(at++);
            value |= (long) (b & 0x7f) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new IndexOutOfBoundsException("a number of more than ten bytes before %d".formatted(at));
    }
}
