package io.casemate.scan.hdf5;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Builds HDF5 files with a root group of data sets, links and attributes, for tests: superblock 2, object headers 2, numbers
 * of 8 bytes, checksums of zero.
 */
public final class Hdf5Writer {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final long UNDEFINED = -1;
    private static final int SUPERBLOCK_BYTES = 48;

    /** A message of an object header. */
    record Message(int type, byte[] bytes) {}

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<Message> root = new ArrayList<>();

    private Hdf5Writer() {
        file.writeBytes(new byte[SUPERBLOCK_BYTES]);
    }

    public static Hdf5Writer hdf5() {
        return new Hdf5Writer();
    }

    /** An attribute of the root group that is kept as a text of any length, as h5py writes texts. */
    public Hdf5Writer attribute(String name, String text) {
        return attribute(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Hdf5Writer attribute(String name, byte[] value) {
        root.add(new Message(0x0c, attributeMessage(name, vlenText(), reference(value))));
        return this;
    }

    /** An attribute that is kept as a text of fixed length. */
    public Hdf5Writer fixedAttribute(String name, byte[] value) {
        root.add(new Message(0x0c, attributeMessage(name, fixedText(value.length), value)));
        return this;
    }

    /** An attribute in a fractal heap, where large ones and many are kept. */
    public Hdf5Writer denseAttribute(String name, byte[] value) {
        byte[] message = attributeMessage(name, fixedText(value.length), value);
        int block = 1 << 16;
        int frame = 5 + 8 + 4;
        byte[] direct = new byte[block];
        System.arraycopy(message, 0, direct, frame, message.length);
        System.arraycopy("FHDB".getBytes(StandardCharsets.US_ASCII), 0, direct, 0, 4);
        long directAt = add(direct);
        long heap = add(numbers(200)
                .put(ascii("FRHP"))
                .put((byte) 0)
                .putShort((short) 8)
                .putShort((short) 0)
                .put((byte) 0)
                .putInt(60_000)
                .putLong(0)
                .putLong(UNDEFINED)
                .putLong(0)
                .putLong(UNDEFINED)
                .putLong(block)
                .putLong(block)
                .putLong(0)
                .putLong(1)
                .putLong(0)
                .putLong(0)
                .putLong(0)
                .putLong(0)
                .putShort((short) 4)
                .putLong(block)
                .putLong(block)
                .putShort((short) 32)
                .putShort((short) 1)
                .putLong(directAt)
                .putShort((short) 0)
                .putInt(0));
        byte[] record = bytes(numbers(17)
                .put((byte) 0)
                .putInt(frame)
                .put((byte) message.length)
                .put((byte) (message.length >> 8))
                .put((byte) 0)
                .put((byte) 0)
                .putInt(0)
                .putInt(0));
        byte[] leaf = new byte[512];
        System.arraycopy(
                bytes(numbers(23).put(ascii("BTLF")).put((byte) 0).put((byte) 8).put(record)), 0, leaf, 0, 23);
        long leafAt = add(leaf);
        long tree = add(numbers(60)
                .put(ascii("BTHD"))
                .put((byte) 0)
                .put((byte) 8)
                .putInt(512)
                .putShort((short) 17)
                .putShort((short) 0)
                .put((byte) 85)
                .put((byte) 40)
                .putLong(leafAt)
                .putShort((short) 1)
                .putLong(1)
                .putInt(0));
        root.add(new Message(
                0x15,
                bytes(numbers(18).put((byte) 0).put((byte) 0).putLong(heap).putLong(tree))));
        return this;
    }

    /** A data set of 32-bit numbers in one piece. */
    public Hdf5Writer floats(String name, float... values) {
        return dataSet(name, real(), contiguous(add(encoded(values)), 4L * values.length), values.length);
    }

    /** A data set of bytes in one piece. */
    public Hdf5Writer bytes(String name, byte... values) {
        return dataSet(name, unsigned(), contiguous(add(values), values.length), values.length);
    }

    /** A data set of 32-bit numbers in one piece that is deflated, found through a B-tree. */
    public Hdf5Writer deflated(String name, float... values) {
        return chunked(name, values.length, deflate(encoded(values)), 0, deflation());
    }

    /** The same, where the library skipped the filter, because it would have made the piece larger. */
    Hdf5Writer notDeflated(String name, float... values) {
        return chunked(name, values.length, encoded(values), 1, deflation());
    }

    /** The same, shuffled before, in the first version of the message for filters. */
    Hdf5Writer shuffledAndDeflated(String name, float... values) {
        byte[] plain = encoded(values);
        byte[] shuffled = new byte[plain.length];
        for (int i = 0; i < plain.length; i++) {
            shuffled[i % 4 * values.length + i / 4] = plain[i];
        }
        ByteBuffer filters =
                numbers(40).put((byte) 1).put((byte) 2).putShort((short) 0).putInt(0);
        for (int id : new int[] {2, 1}) {
            filters.putShort((short) id)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 1)
                    .putInt(4)
                    .putInt(0);
        }
        return chunked(name, values.length, deflate(shuffled), 0, bytes(filters));
    }

    private static byte[] deflation() {
        return bytes(numbers(16)
                .put((byte) 2)
                .put((byte) 1)
                .putShort((short) 1)
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(6));
    }

    private Hdf5Writer chunked(String name, int elements, byte[] stored, int skipped, byte[] filters) {
        long chunk = add(stored);
        long tree = add(numbers(4096)
                .put(ascii("TREE"))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) 1)
                .putLong(UNDEFINED)
                .putLong(UNDEFINED)
                .putInt(stored.length)
                .putInt(skipped)
                .putLong(0)
                .putLong(0)
                .putLong(chunk)
                .put(new byte[64 * 32]));
        byte[] layout = bytes(numbers(64)
                .put((byte) 3)
                .put((byte) 2)
                .put((byte) 2)
                .putLong(tree)
                .putInt(elements)
                .putInt(4));
        return object(
                name,
                new Message(3, real()),
                new Message(1, space(elements)),
                new Message(8, layout),
                new Message(0x0b, filters));
    }

    /** A data set whose piece is packed by a filter of that number. */
    public Hdf5Writer filtered(String name, int filter) {
        byte[] layout = bytes(numbers(64)
                .put((byte) 4)
                .put((byte) 2)
                .put((byte) 2)
                .put((byte) 2)
                .put((byte) 4)
                .putInt(8)
                .putInt(4)
                .put((byte) 1)
                .putLong(8)
                .putInt(0)
                .putLong(add(new byte[8])));
        byte[] filters = bytes(numbers(16)
                .put((byte) 2)
                .put((byte) 1)
                .putShort((short) filter)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0));
        return object(
                name,
                new Message(3, real()),
                new Message(1, space(8)),
                new Message(8, layout),
                new Message(0x0b, filters));
    }

    /** A data set whose bytes are those of other files, one after the other. */
    public Hdf5Writer external(String name, String... paths) {
        byte[] names = new byte[64 * paths.length];
        ByteBuffer files = numbers(16 + 24 * paths.length)
                .put((byte) 1)
                .put(new byte[3])
                .putShort((short) paths.length)
                .putShort((short) paths.length);
        ByteBuffer slots = numbers(24 * paths.length);
        for (int i = 0; i < paths.length; i++) {
            System.arraycopy(ascii(paths[i]), 0, names, 64 * i + 8, paths[i].length());
            slots.putLong(64 * i + 8).putLong(0).putLong(10);
        }
        files.putLong(heap(names)).put(slots.array());
        return object(
                name,
                new Message(3, unsigned()),
                new Message(1, space(10 * paths.length)),
                new Message(8, contiguous(UNDEFINED, 10L * paths.length)),
                new Message(7, bytes(files)));
    }

    private long heap(byte[] names) {
        long namesAt = add(names);
        return add(numbers(64)
                .put(ascii("HEAP"))
                .putInt(0)
                .putLong(names.length)
                .putLong(UNDEFINED)
                .putLong(namesAt));
    }

    /** A group as libraries before 1.8 write it, with one soft link in its table of symbols. */
    Hdf5Writer oldGroup(String name, String link, String target) {
        byte[] names = new byte[128];
        System.arraycopy(ascii(link), 0, names, 8, link.length());
        System.arraycopy(ascii(target), 0, names, 64, target.length());
        long heap = heap(names);
        long symbols = add(numbers(8 + 40 * 8)
                .put(ascii("SNOD"))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) 1)
                .putLong(8)
                .putLong(UNDEFINED)
                .putInt(2)
                .putInt(0)
                .putInt(64)
                .put(new byte[12])
                .put(new byte[40 * 7]));
        long tree = add(numbers(1024)
                .put(ascii("TREE"))
                .put((byte) 0)
                .put((byte) 0)
                .putShort((short) 1)
                .putLong(UNDEFINED)
                .putLong(UNDEFINED)
                .putLong(0)
                .putLong(symbols)
                .putLong(8)
                .put(new byte[512]));
        return object(name, new Message(0x11, bytes(numbers(16).putLong(tree).putLong(heap))));
    }

    /** A link into another file. */
    public Hdf5Writer externalLink(String name, String path) {
        byte[] value = bytes(numbers(path.length() + 8)
                .put((byte) 0)
                .put(ascii(path))
                .put((byte) 0)
                .put(ascii("/x"))
                .put((byte) 0));
        return link(
                name,
                64,
                bytes(numbers(value.length + 2).putShort((short) value.length).put(value)));
    }

    public Hdf5Writer softLink(String name, String path) {
        return link(
                name,
                1,
                bytes(numbers(path.length() + 2).putShort((short) path.length()).put(ascii(path))));
    }

    /** A data set of 32-bit numbers whose link states when it was created. */
    Hdf5Writer orderedFloats(String name, float... values) {
        byte[] layout = contiguous(add(encoded(values)), 4L * values.length);
        long at = add(
                header(List.of(new Message(3, real()), new Message(1, space(values.length)), new Message(8, layout))));
        root.add(new Message(
                6,
                bytes(numbers(name.length() + 20)
                        .put((byte) 1)
                        .put((byte) 4)
                        .putLong(7)
                        .put((byte) name.length())
                        .put(ascii(name))
                        .putLong(at))));
        return this;
    }

    /** A link to the root group itself. */
    public Hdf5Writer cycle(String name, long address) {
        return link(name, 0, bytes(numbers(8).putLong(address)));
    }

    /** Bytes that are in no object. */
    public Hdf5Writer unreferenced(byte... bytes) {
        add(bytes);
        return this;
    }

    public byte[] toBytes() {
        long rootAt = add(header(root));
        byte[] bytes = file.toByteArray();
        ByteBuffer start = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        start.put(SIGNATURE).put((byte) 2).put((byte) 8).put((byte) 8).put((byte) 0);
        start.putLong(0)
                .putLong(UNDEFINED)
                .putLong(bytes.length)
                .putLong(rootAt)
                .putInt(0);
        return bytes;
    }

    private Hdf5Writer dataSet(String name, byte[] type, byte[] layout, int elements) {
        return object(name, new Message(3, type), new Message(1, space(elements)), new Message(8, layout));
    }

    private Hdf5Writer object(String name, Message... messages) {
        return link(name, 0, bytes(numbers(8).putLong(add(header(List.of(messages))))));
    }

    private Hdf5Writer link(String name, int kind, byte[] value) {
        root.add(new Message(
                6,
                bytes(numbers(name.length() + value.length + 4)
                        .put((byte) 1)
                        .put((byte) 8)
                        .put((byte) kind)
                        .put((byte) name.length())
                        .put(ascii(name))
                        .put(value))));
        return this;
    }

    private byte[] reference(byte[] value) {
        int padded = (value.length + 7) / 8 * 8;
        long heap = add(numbers(48 + padded)
                .put(ascii("GCOL"))
                .putInt(1)
                .putLong(32 + padded)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(0)
                .putLong(value.length)
                .put(Arrays.copyOf(value, padded)));
        return bytes(numbers(16).putInt(value.length).putLong(heap).putInt(1));
    }

    private static byte[] attributeMessage(String name, byte[] type, byte[] value) {
        byte[] space = {2, 0, 0, 0};
        return bytes(numbers(64 + name.length() + value.length)
                .put((byte) 3)
                .put((byte) 0)
                .putShort((short) (name.length() + 1))
                .putShort((short) type.length)
                .putShort((short) space.length)
                .put((byte) 0)
                .put(ascii(name))
                .put((byte) 0)
                .put(type)
                .put(space)
                .put(value));
    }

    private static byte[] header(List<Message> messages) {
        int size = messages.stream().mapToInt(m -> 4 + m.bytes.length).sum();
        ByteBuffer header = numbers(size + 14)
                .put(ascii("OHDR"))
                .put((byte) 2)
                .put((byte) 2)
                .putInt(size);
        messages.forEach(m -> header.put((byte) m.type)
                .putShort((short) m.bytes.length)
                .put((byte) 0)
                .put(m.bytes));
        return bytes(header.putInt(0));
    }

    private static byte[] space(int elements) {
        return bytes(numbers(12)
                .put((byte) 2)
                .put((byte) 1)
                .put((byte) 0)
                .put((byte) 1)
                .putLong(elements));
    }

    private static byte[] contiguous(long address, long length) {
        return bytes(numbers(18).put((byte) 3).put((byte) 1).putLong(address).putLong(length));
    }

    private static byte[] real() {
        return bytes(numbers(20)
                .put((byte) 0x11)
                .put((byte) 0x20)
                .put((byte) 31)
                .put((byte) 0)
                .putInt(4)
                .putShort((short) 0)
                .putShort((short) 32)
                .put((byte) 23)
                .put((byte) 8)
                .put((byte) 0)
                .put((byte) 23)
                .putInt(127));
    }

    private static byte[] unsigned() {
        return bytes(numbers(12)
                .put((byte) 0x10)
                .put(new byte[3])
                .putInt(1)
                .putShort((short) 0)
                .putShort((short) 8));
    }

    private static byte[] fixedText(int length) {
        return bytes(numbers(8).put((byte) 0x13).put(new byte[3]).putInt(length));
    }

    private static byte[] vlenText() {
        return bytes(numbers(16)
                .put((byte) 0x19)
                .put((byte) 1)
                .put(new byte[2])
                .putInt(16)
                .put(fixedText(1)));
    }

    private static byte[] encoded(float... values) {
        ByteBuffer bytes = numbers(4 * values.length);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private static byte[] deflate(byte[] bytes) {
        var deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + 64];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    private long add(ByteBuffer bytes) {
        return add(bytes(bytes));
    }

    private long add(byte... bytes) {
        while (file.size() % 8 != 0) {
            file.write(0);
        }
        long at = file.size();
        file.writeBytes(bytes);
        return at;
    }

    private static ByteBuffer numbers(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(ByteBuffer filled) {
        return Arrays.copyOf(filled.array(), filled.position());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
