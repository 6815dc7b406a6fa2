package io.casemate.scan.hdf5;

import io.casemate.scan.spi.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A named value at an object.
 *
 * @param offset where its value begins in the file
 * @param length how many bytes that value takes there
 */
record Attribute(String name, Datatype type, Dataspace space, long offset, long length) {
    private static final int NAME_BYTES_MAX = 4096;

    /** Gives each attribute of an object: those in its header and those in its heap. */
    static void each(Hdf5File file, List<Message> messages, Consumer<Attribute> attributes) {
        for (Message message : messages) {
            if (message.type() == Message.ATTRIBUTE) {
                Optional<Message> own = message.shared() ? ObjectHeader.resolved(file, message) : Optional.of(message);
                own.map(m -> read(file, m.offset(), m.length())).ifPresent(attributes);
            } else if (message.type() == Message.ATTRIBUTE_INFO) {
                dense(file, message.offset(), attributes);
            }
        }
    }

    private static void dense(Hdf5File file, long at, Consumer<Attribute> attributes) {
        int flags = file.content().u8(at + 1);
        long heapAt = at + 2 + ((flags & 1) != 0 ? 2 : 0);
        long heap = file.address(heapAt);
        long names = file.address(heapAt + file.addressBytes());
        if (heap == Hdf5File.UNDEFINED || names == Hdf5File.UNDEFINED) {
            return;
        }
        if ((flags & 2) != 0) {
            YoungTree.read(file, file.address(heapAt + 2L * file.addressBytes()), record -> {});
        }
        var objects = new FractalHeap(file, heap);
        YoungTree.read(file, names, record -> {
            if ((file.content().u8(record + 8) & 2) != 0) {
                file.inspection().gap(record, "an attribute is kept in a table of shared messages, which is not read");
                return;
            }
            FractalHeap.Piece piece = objects.object(record);
            attributes.accept(read(file, piece.offset(), piece.content().size()));
        });
    }

    private static Attribute read(Hdf5File file, long at, long length) {
        Content content = file.content();
        int version = content.u8(at);
        if (version < 1 || version > 3) {
            throw new IndexOutOfBoundsException("an attribute of version %d at %d".formatted(version, at));
        }
        int flags = version == 1 ? 0 : content.u8(at + 1);
        int nameBytes = content.u16(at + 2);
        int typeBytes = content.u16(at + 4);
        int spaceBytes = content.u16(at + 6);
        long nameAt = at + (version == 3 ? 9 : 8);
        long typeAt = nameAt + padded(version, nameBytes);
        long spaceAt = typeAt + padded(version, typeBytes);
        long valueAt = spaceAt + padded(version, spaceBytes);
        String name =
                content.text(nameAt, Math.min(Math.max(0, nameBytes - 1), NAME_BYTES_MAX), StandardCharsets.UTF_8);
        Optional<Long> typePlace = place(file, (flags & 1) != 0, Message.DATATYPE, typeAt, typeBytes);
        Optional<Long> spacePlace = place(file, (flags & 2) != 0, Message.DATASPACE, spaceAt, spaceBytes);
        if (typePlace.isEmpty() || spacePlace.isEmpty()) {
            throw new IndexOutOfBoundsException("an attribute of unknown type at %d".formatted(at));
        }
        return new Attribute(
                name,
                Datatype.read(file, typePlace.get()),
                Dataspace.read(file, spacePlace.get()),
                valueAt,
                Math.max(0, at + length - valueAt));
    }

    private static Optional<Long> place(Hdf5File file, boolean shared, int type, long at, int length) {
        return shared
                ? ObjectHeader.resolved(file, new Message(type, true, at, length))
                        .map(Message::offset)
                : Optional.of(at);
    }

    private static int padded(int version, int length) {
        return version == 1 ? (length + 7) / 8 * 8 : length;
    }
}
