package io.casemate.scan.hdf5;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;

/** A B-tree of version 2: records of one size, in leaves and inner nodes alike. No node is visited twice. */
final class YoungTree {
    private static final int DEPTH_MAX = 32;
    private static final int NODE_FRAME_BYTES = 10; // signature, version, type and checksum

    private record Node(long address, int records, int level) {}

    private final Hdf5File file;
    private final LongConsumer records;
    private final int recordBytes;
    private final int nodeBytes;
    private final int countBytes;
    private final int[] totalBytes;
    private final Deque<Node> nodes = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();

    private YoungTree(Hdf5File file, long header, LongConsumer records) {
        this.file = file;
        this.records = records;
        this.nodeBytes = (int) Math.min(Integer.MAX_VALUE, file.content().u32(header + 6));
        this.recordBytes = file.content().u16(header + 10);
        int depth = file.content().u16(header + 12);
        if (depth > DEPTH_MAX || recordBytes == 0 || nodeBytes < NODE_FRAME_BYTES + recordBytes) {
            throw new IndexOutOfBoundsException("a tree of depth %d at %d".formatted(depth, header));
        }
        long most = ((long) nodeBytes - NODE_FRAME_BYTES) / recordBytes;
        this.countBytes = bytesFor(most);
        this.totalBytes = new int[depth + 1];
        for (int level = 1; level <= depth; level++) {
            int pointer = file.addressBytes() + countBytes + totalBytes[level - 1];
            long here = Math.max(1, ((long) nodeBytes - NODE_FRAME_BYTES - pointer) / (recordBytes + pointer));
            most = Math.min(Long.MAX_VALUE / 4 / (here + 1), most) * (here + 1) + here;
            totalBytes[level] = bytesFor(most);
        }
        add(new Node(file.address(header + 16), file.content().u16(header + 16 + file.addressBytes()), depth));
    }

    /** Gives the offset of each record of the tree with its header at an address; nothing where that is undefined. */
    static void read(Hdf5File file, long header, LongConsumer records) {
        if (header == Hdf5File.UNDEFINED) {
            return;
        }
        file.expect(header, "BTHD");
        file.read(header, 22L + file.addressBytes() + file.lengthBytes());
        var tree = new YoungTree(file, header, records);
        while (!tree.nodes.isEmpty()) {
            file.inspection().step();
            tree.visit(tree.nodes.pop());
        }
    }

    private void visit(Node node) {
        file.expect(node.address, node.level == 0 ? "BTLF" : "BTIN");
        file.read(node.address, nodeBytes);
        long at = node.address + 6;
        for (int i = 0; i < node.records; i++) {
            file.content().u8(at + recordBytes - 1);
            records.accept(at);
            at += recordBytes;
        }
        if (node.level == 0) {
            return;
        }
        for (int i = 0; i <= node.records; i++) {
            long child = file.address(at);
            int count = (int) file.number(at + file.addressBytes(), countBytes);
            add(new Node(child, count, node.level - 1));
            at += file.addressBytes() + countBytes + totalBytes[node.level - 1];
        }
    }

    private void add(Node node) {
        if (node.address != Hdf5File.UNDEFINED && seen.add(node.address)) {
            if ((long) node.records * recordBytes > nodeBytes) {
                throw new IndexOutOfBoundsException("a tree node of %d records".formatted(node.records));
            }
            nodes.push(node);
        }
    }

    /** Bytes that numbers up to this one take. */
    private static int bytesFor(long limit) {
        return (63 - Long.numberOfLeadingZeros(Math.max(1, limit))) / 8 + 1;
    }
}
