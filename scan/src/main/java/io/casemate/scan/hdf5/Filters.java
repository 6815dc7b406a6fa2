package io.casemate.scan.hdf5;

import io.casemate.scan.spi.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What was done to each piece of a data set before it was stored: deflate, LZF, byte shuffling, a checksum. Undone in reverse
 * order, into memory that the size of a piece bounds.
 *
 * @param ids numbers of the registered filters, in the order they were applied
 */
record Filters(List<Integer> ids) {
    static final Filters NONE = new Filters(List.of());
    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER32 = 3;
    private static final int LZF = 32_000;
    private static final int FILTERS_MAX = 32;

    Filters {
        ids = List.copyOf(ids);
    }

    static Filters read(Hdf5File file, Message message) {
        Content content = file.content();
        long at = message.offset();
        int version = content.u8(at);
        int count = content.u8(at + 1);
        if (count > FILTERS_MAX) {
            throw new IndexOutOfBoundsException("a chain of %d filters".formatted(count));
        }
        List<Integer> ids = new ArrayList<>();
        at += version == 1 ? 8 : 2;
        for (int i = 0; i < count; i++) {
            int id = content.u16(at);
            boolean named = version == 1 || id >= 256;
            int nameBytes = named ? content.u16(at + 2) : 0;
            at += named ? 4 : 2;
            int values = content.u16(at + 2);
            at += 4 + (version == 1 ? (nameBytes + 7) / 8 * 8 : nameBytes) + 4L * values;
            at += version == 1 && values % 2 == 1 ? 4 : 0;
            ids.add(id);
        }
        return new Filters(ids);
    }

    boolean none() {
        return ids.isEmpty();
    }

    /** The first filter that cannot be undone here. */
    Optional<Integer> unknown() {
        return ids.stream()
                .filter(id -> id != DEFLATE && id != SHUFFLE && id != FLETCHER32 && id != LZF)
                .findFirst();
    }

    /**
     * The piece as it was.
     *
     * @param stored the piece as it is stored
     * @param skipped bits of the filters that were not applied
     * @param chunkBytes size of the piece before any filter
     * @param elementBytes size of one element
     * @return nothing where the bytes are not what the filters make
     */
    Optional<byte[]> undone(byte[] stored, int skipped, int chunkBytes, int elementBytes) {
        byte[] bytes = stored;
        for (int i = ids.size() - 1; i >= 0; i--) {
            if ((skipped >>> i & 1) != 0) {
                continue;
            }
            int id = ids.get(i);
            if (id == DEFLATE) {
                bytes = inflated(bytes, chunkBytes + 4);
            } else if (id == LZF) {
                bytes = Lzf.unpacked(bytes, chunkBytes + 4);
            } else if (id == SHUFFLE) {
                bytes = unshuffled(bytes, elementBytes);
            } else if (id == FLETCHER32) {
                bytes = Arrays.copyOf(bytes, Math.max(0, bytes.length - 4));
            }
        }
        return bytes.length >= chunkBytes ? Optional.of(Arrays.copyOf(bytes, chunkBytes)) : Optional.empty();
    }

    private static byte[] inflated(byte[] bytes, int most) {
        byte[] out = new byte[most];
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            int length = 0;
            while (length < most && !inflater.finished()) {
                int more = inflater.inflate(out, length, most - length);
                if (more == 0) {
                    break;
                }
                length += more;
            }
            return Arrays.copyOf(out, length);
        } catch (DataFormatException e) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    /** Byte i of each element stood together with byte i of the others; what does not fill an element follows as it was. */
    private static byte[] unshuffled(byte[] bytes, int elementBytes) {
        if (elementBytes < 2) {
            return bytes;
        }
        int elements = bytes.length / elementBytes;
        byte[] out = bytes.clone();
        int at = 0;
        for (int b = 0; b < elementBytes; b++) {
            for (int i = 0; i < elements; i++) {
                out[i * elementBytes + b] = bytes[at++];
            }
        }
        return out;
    }
}
