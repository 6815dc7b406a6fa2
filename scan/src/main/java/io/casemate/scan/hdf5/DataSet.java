package io.casemate.scan.hdf5;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Tensor;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/** A data set: its type, its shape, and its elements wherever they are. */
final class DataSet {
    private static final int CHUNK_BYTES_MAX = 16 << 20;

    private static final int PIECE_BYTES_MIN = 64 << 10;
    private static final int TINY_PIECES_MAX = 64;

    private final Hdf5File file;
    private final Values values;
    private final String name;
    private final Datatype type;
    private final Dataspace space;
    private final Filters filters;
    private long pieces;
    private long unreadable;

    private DataSet(Hdf5File file, Values values, String name, Datatype type, Dataspace space, Filters filters) {
        this.file = file;
        this.values = values;
        this.name = name;
        this.type = type;
        this.space = space;
        this.filters = filters;
    }

    /** Reads the data set whose header has these messages, if it is one. */
    static void read(Hdf5File file, Values values, String name, List<Message> messages) {
        Optional<Message> layout = ObjectHeader.first(file, messages, Message.LAYOUT);
        if (layout.isEmpty()) {
            return;
        }
        Optional<Message> type = ObjectHeader.first(file, messages, Message.DATATYPE);
        Optional<Message> space = ObjectHeader.first(file, messages, Message.DATASPACE);
        if (type.isEmpty() || space.isEmpty()) {
            file.inspection().gap(layout.get().offset(), "the data set '%s' has no type or shape".formatted(name));
            return;
        }
        Filters filters = ObjectHeader.first(file, messages, Message.FILTERS)
                .map(m -> Filters.read(file, m))
                .orElse(Filters.NONE);
        new DataSet(
                        file,
                        values,
                        name,
                        Datatype.read(file, type.get().offset()),
                        Dataspace.read(file, space.get().offset()),
                        filters)
                .elements(Layout.read(file, layout.get()), layout.get(), messages);
    }

    private void elements(Layout layout, Message message, List<Message> messages) {
        Optional<Message> external = ObjectHeader.first(file, messages, Message.EXTERNAL_FILES);
        if (external.isPresent()) {
            ExternalFiles.tell(file, external.get().offset(), name);
            return;
        }
        long bytes = Values.bytes(type, space);
        switch (layout) {
            case Layout.Compact compact ->
                values.stored(name, type, space, compact.offset(), Math.min(bytes, compact.length()));
            case Layout.Contiguous contiguous -> {
                if (contiguous.address() != Hdf5File.UNDEFINED && bytes > 0) {
                    values.stored(name, type, space, contiguous.address(), bytes);
                }
            }
            case Layout.Chunked chunked -> chunked(chunked, message);
            case Layout.Virtual virtual -> ExternalFiles.tellVirtual(file, virtual.mappingAt(), name);
            case Layout.Unknown unknown ->
                file.inspection()
                        .gap(
                                message.offset(),
                                "the data set '%s' has a layout of version %d and kind %d"
                                        .formatted(name, unknown.version(), unknown.kind()));
        }
    }

    private void chunked(Layout.Chunked layout, Message message) {
        var chunkSpace = new Dataspace(layout.shape(), false);
        long chunkBytes = Values.bytes(type, chunkSpace);
        boolean indexed = new Chunks(file, layout, space, chunkBytes, !filters.none())
                .each(chunk -> piece(chunk, chunkSpace, chunkBytes));
        if (!indexed) {
            file.inspection()
                    .gap(message.offset(), "the data set '%s' has an index of kind %d".formatted(name, layout.index()));
        }
        if (unreadable > 0) {
            String why = filters.unknown().map("filter %d"::formatted).orElse("their size or packing");
            file.inspection()
                    .gap(
                            message.offset(),
                            "%d pieces of the data set '%s' cannot be unpacked because of %s"
                                    .formatted(unreadable, name, why));
        }
    }

    private void piece(Chunk chunk, Dataspace shape, long chunkBytes) {
        file.inspection().step();
        Content stored = file.content().slice(chunk.offset(), chunk.length());
        String piece = "%s[%d]".formatted(name, pieces++);
        if (filters.none() && type.kind() == Datatype.Kind.NUMBER && !weighed(chunkBytes)) {
            file.read(chunk.offset(), chunk.length());
            return;
        }
        if (filters.none()) {
            values.stored(piece, type, shape, chunk.offset(), Math.min(chunkBytes, chunk.length()));
            return;
        }
        boolean small = chunkBytes <= CHUNK_BYTES_MAX && chunk.length() <= CHUNK_BYTES_MAX;
        if (filters.unknown().isPresent() || !small) {
            file.extents().add(chunk.offset(), chunk.length());
            unreadable++;
            return;
        }
        file.inspection().spend(chunkBytes);
        Optional<byte[]> bytes =
                filters.undone(stored.copy(0, (int) chunk.length()), chunk.skipped(), (int) chunkBytes, (int)
                        Math.min(type.bytes(), chunkBytes));
        if (bytes.isEmpty()) {
            file.extents().add(chunk.offset(), chunk.length());
            unreadable++;
            return;
        }
        file.read(chunk.offset(), chunk.length());
        unpacked(piece, shape, bytes.get());
    }

    /** Whether a piece is worth statistics of its own: of many tiny pieces only the first are. */
    private boolean weighed(long bytes) {
        return bytes >= PIECE_BYTES_MIN || pieces < TINY_PIECES_MAX;
    }

    private void unpacked(String piece, Dataspace shape, byte[] bytes) {
        Content value = Content.of("%s!%s".formatted(file.content().name(), piece), bytes);
        if (type.bytes() == 1 && Insides.recognised(value)) {
            file.inspection().nested(value, 0, 0);
            return;
        }
        if (type.kind() == Datatype.Kind.NUMBER && type.number().isPresent() && weighed(bytes.length)) {
            file.inspection()
                    .tensor(new Tensor(piece, type.number().get(), shape.shape(), MemorySegment.ofArray(bytes), -1));
            return;
        }
        if (type.kind() == Datatype.Kind.TEXT) {
            int each = (int) Math.min(type.bytes(), bytes.length);
            for (int at = 0; at + each <= bytes.length; at += each) {
                Content text = value.slice(at, each);
                if (Insides.recognised(text)) {
                    file.inspection().nested(text, 0, 0);
                }
            }
        } else if (type.kind().ofAnyLength()) {
            values.references(piece, type, value);
        }
    }
}
