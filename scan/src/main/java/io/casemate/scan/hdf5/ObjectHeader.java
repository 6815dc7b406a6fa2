package io.casemate.scan.hdf5;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The header of a group, a data set or a named type: a list of messages in one or more blocks, of two versions. */
final class ObjectHeader {
    private static final int MESSAGES_MAX = 200_000;

    /** A block of messages still to be read. */
    private record Block(long offset, long length) {}

    private final Hdf5File file;
    private final List<Message> messages = new ArrayList<>();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();
    private final boolean young;
    private final boolean creationOrder;

    private ObjectHeader(Hdf5File file, long address) {
        this.file = file;
        this.young = file.content().has(address, "OHDR");
        int flags = young ? file.content().u8(address + 5) : 0;
        this.creationOrder = (flags & 4) != 0;
        if (young) {
            long at = address + 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
            int sizeBytes = 1 << (flags & 3);
            long size = file.number(at, sizeBytes);
            long start = at + sizeBytes;
            file.read(address, start + size + 4 - address);
            blocks.add(new Block(start, size));
        } else {
            if (file.content().u8(address) != 1) {
                throw new IndexOutOfBoundsException("no object header at %d".formatted(address));
            }
            long size = file.content().u32(address + 8);
            file.read(address, 16 + size);
            blocks.add(new Block(address + 16, size));
        }
    }

    /** The messages of the header at an address. */
    static List<Message> read(Hdf5File file, long address) {
        var header = new ObjectHeader(file, address);
        while (!header.blocks.isEmpty()) {
            header.block(header.blocks.poll());
        }
        return header.messages;
    }

    /** The first message of a type, if any, found through a shared one. */
    static Optional<Message> first(Hdf5File file, List<Message> messages, int type) {
        for (Message message : messages) {
            if (message.type() == type) {
                return message.shared() ? resolved(file, message) : Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /** What a shared message stands for: the message of the same type in another header. */
    static Optional<Message> resolved(Hdf5File file, Message pointer) {
        int version = file.content().u8(pointer.offset());
        int kind = file.content().u8(pointer.offset() + 1);
        if (version == 3 && kind == 1) {
            file.inspection()
                    .gap(pointer.offset(), "a message is kept in a table of shared messages, which is not read");
            return Optional.empty();
        }
        long address = file.address(pointer.offset() + (version == 1 ? 8 : 2));
        return read(file, address).stream()
                .filter(m -> m.type() == pointer.type() && !m.shared())
                .findFirst();
    }

    private void block(Block block) {
        long at = block.offset;
        long end = Math.min(block.offset + block.length, file.content().size());
        int head = young ? creationOrder ? 6 : 4 : 8;
        while (at + head <= end) {
            int type = young ? file.content().u8(at) : file.content().u16(at);
            long size = file.content().u16(at + (young ? 1 : 2));
            int flags = file.content().u8(at + (young ? 3 : 4));
            if (at + head + size > end) {
                throw new IndexOutOfBoundsException("a message of %d bytes at %d".formatted(size, at));
            }
            message(new Message(type, (flags & 2) != 0, at + head, size));
            at += head + size;
        }
    }

    private void message(Message message) {
        if (messages.size() >= MESSAGES_MAX) {
            throw new IndexOutOfBoundsException("a header of more than %d messages".formatted(MESSAGES_MAX));
        }
        if (message.type() == 0) {
            return;
        }
        if (message.type() != Message.CONTINUATION) {
            messages.add(message);
            if (messages.size() % 256 == 0) {
                file.inspection().step();
            }
            return;
        }
        file.inspection().step();
        long address = file.address(message.offset());
        long length = file.length(message.offset() + file.addressBytes());
        if (address == Hdf5File.UNDEFINED || !seen.add(address)) {
            return;
        }
        if (young) {
            file.expect(address, "OCHK");
        }
        file.read(address, length);
        blocks.add(young ? new Block(address + 4, length - 8) : new Block(address, length));
    }
}
