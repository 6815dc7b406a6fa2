package io.casemate.scan.hdf5;

import io.casemate.scan.spi.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** The entries of a group, wherever they are kept: link messages, a fractal heap, or an old symbol table. */
final class Links {
    private static final int NAME_BYTES_MAX = 4096;

    private final Hdf5File file;
    private final Consumer<Link> links;

    Links(Hdf5File file, Consumer<Link> links) {
        this.file = file;
        this.links = links;
    }

    /** Gives each entry of the group with these messages. */
    void read(List<Message> messages) {
        for (Message message : messages) {
            switch (message.type()) {
                case Message.LINK -> link(file.content().slice(message.offset(), message.length()), message.offset());
                case Message.LINK_INFO -> dense(message.offset());
                case Message.SYMBOL_TABLE -> symbolTable(message.offset());
                default -> {}
            }
        }
    }

    private void dense(long at) {
        int flags = file.content().u8(at + 1);
        long heapAt = at + 2 + ((flags & 1) != 0 ? 8 : 0);
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
            FractalHeap.Piece piece = objects.object(record + 4);
            link(piece.content(), piece.offset());
        });
    }

    private void link(Content bytes, long offset) {
        int flags = bytes.u8(1);
        long at = 2;
        int kind = 0;
        if ((flags & 8) != 0) {
            kind = bytes.u8(at++);
        }
        at += (flags & 4) != 0 ? 8 : 0;
        at += (flags & 0x10) != 0 ? 1 : 0;
        int lengthBytes = 1 << (flags & 3);
        long nameLength = unsigned(bytes, at, lengthBytes);
        at += lengthBytes;
        String name = text(bytes, at, nameLength);
        at += nameLength;
        switch (kind) {
            case 0 -> {
                long stored = unsigned(bytes, at, file.addressBytes());
                links.accept(new Link.Hard(name, file.base() + stored));
            }
            case 1 -> links.accept(new Link.Soft(name, text(bytes, at + 2, bytes.u16(at))));
            case 64 -> {
                String[] parts =
                        text(bytes, at + 3, Math.max(0, bytes.u16(at) - 1)).split("\0", -1);
                links.accept(new Link.External(name, parts[0], parts.length > 1 ? parts[1] : "", offset));
            }
            default -> links.accept(new Link.Foreign(name, kind, offset));
        }
    }

    private void symbolTable(long at) {
        long tree = file.address(at);
        long heap = file.address(at + file.addressBytes());
        if (tree == Hdf5File.UNDEFINED || heap == Hdf5File.UNDEFINED) {
            return;
        }
        file.expect(heap, "HEAP");
        long size = file.length(heap + 8);
        long names = file.address(heap + 8 + 2L * file.lengthBytes());
        file.read(heap, 8 + 2L * file.lengthBytes() + file.addressBytes());
        Content texts = file.content().slice(names, size);
        file.read(names, size);
        OldTree.read(file, tree, file.lengthBytes(), file.treeSizes().groups(), (key, child) -> symbols(child, texts));
    }

    private void symbols(long node, Content texts) {
        file.expect(node, "SNOD");
        int count = file.content().u16(node + 6);
        int entryBytes = 2 * file.addressBytes() + 24;
        file.read(node, 8 + (long) entryBytes * Math.max(count, file.treeSizes().symbols()));
        for (int i = 0; i < count; i++) {
            long entry = node + 8 + (long) i * entryBytes;
            String name = terminated(texts, file.number(entry, file.addressBytes()));
            int cache = file.content().i32(entry + 2L * file.addressBytes());
            if (cache == 2) {
                long value = file.content().u32(entry + 2L * file.addressBytes() + 8);
                links.accept(new Link.Soft(name, terminated(texts, value)));
            } else {
                links.accept(new Link.Hard(name, file.address(entry + file.addressBytes())));
            }
        }
    }

    private static long unsigned(Content bytes, long at, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes.u8(at + i);
        }
        if (value < 0) {
            throw new IndexOutOfBoundsException("a length beyond 2^63");
        }
        return value;
    }

    private static String text(Content bytes, long at, long length) {
        if (length > bytes.size() - at) {
            throw new IndexOutOfBoundsException("a name of %d bytes".formatted(length));
        }
        return bytes.text(at, (int) Math.min(length, NAME_BYTES_MAX), StandardCharsets.UTF_8);
    }

    private static String terminated(Content texts, long at) {
        long end = at;
        while (end - at < NAME_BYTES_MAX && texts.u8(end) != 0) {
            end++;
        }
        return texts.text(at, (int) (end - at));
    }
}
