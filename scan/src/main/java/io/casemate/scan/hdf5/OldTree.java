package io.casemate.scan.hdf5;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** A B-tree of version 1: its leaves point to symbol nodes or to chunks. No node is visited twice. */
final class OldTree {
    /** Takes what a leaf points to, with the offset of the key before it. */
    interface Leaves {
        void accept(long keyAt, long child);
    }

    private OldTree() {}

    /**
     * Gives each child of each leaf.
     *
     * @param keyBytes size of a key
     * @param room children that a node has room for
     */
    static void read(Hdf5File file, long root, int keyBytes, int room, Leaves leaves) {
        Deque<Long> nodes = new ArrayDeque<>();
        Set<Long> seen = new HashSet<>();
        nodes.add(root);
        seen.add(root);
        while (!nodes.isEmpty()) {
            file.inspection().step();
            long node = nodes.poll();
            file.expect(node, "TREE");
            int level = file.content().u8(node + 5);
            int count = file.content().u16(node + 6);
            int pair = keyBytes + file.addressBytes();
            long first = node + 8 + 2L * file.addressBytes();
            file.read(node, first - node + (long) pair * Math.max(count, room) + keyBytes);
            for (int i = 0; i < count; i++) {
                long key = first + (long) i * pair;
                long child = file.address(key + keyBytes);
                if (child == Hdf5File.UNDEFINED || !seen.add(child)) {
                    continue;
                }
                if (level == 0) {
                    leaves.accept(key, child);
                } else {
                    nodes.add(child);
                }
            }
        }
    }
}
