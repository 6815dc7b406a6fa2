package io.casemate.scan.pickle;

import java.util.Arrays;

/**
 * What tuples, lists, dictionaries and sets hold, in a ring of bounded size: the newest ones are known, those of long ago
 * become unknown. A container is a head (weight, its last chunk, number of items), a chunk is a link to the chunk before, a
 * length and slots. Places count up for ever; a place is alive while the ring has not come round.
 */
final class Containers {
    private static final int RING_MAX = 1 << 20;
    /** Of one container only the first items are kept. */
    static final int ITEMS_KEPT = 1 << 16;

    private static final int DEPTH_SHIFT = 44;
    private static final long SIZE_MAX = (1L << DEPTH_SHIFT) - 1;

    private long[] ring = new long[256];
    /** Place 0 means none. */
    private long next = 1;

    private long heaviest;
    private long deepest;

    /** Items of the largest container if each shared part were written out; saturates at 2^44. */
    long heaviest() {
        return heaviest;
    }

    /** Containers inside containers, at most. */
    long deepest() {
        return deepest;
    }

    /** A container without items. */
    long empty(int tag) {
        long place = reserve(3);
        int mask = ring.length - 1;
        ring[(int) (place & mask)] = 1;
        ring[(int) (place + 1 & mask)] = 0;
        ring[(int) (place + 2 & mask)] = 0;
        return Slot.of(tag, place);
    }

    /** A container of these slots. */
    long of(int tag, long[] stack, int from, int to) {
        long container = empty(tag);
        if (to > from) {
            extend(container, stack, from, to);
        }
        return container;
    }

    /** Adds slots to a container; forgotten ones stay forgotten. */
    void extend(long container, long[] stack, int from, int to) {
        long place = Slot.body(container);
        if (!alive(place)) {
            return;
        }
        long weight = weigh(at(place), stack, from, to);
        long count = at(place + 2);
        long last = at(place + 1);
        int kept = (int) Math.min(to - from, Math.max(0, ITEMS_KEPT - count));
        if (kept > 0) {
            long chunk = reserve(2 + kept);
            if (!alive(place)) {
                return;
            }
            set(chunk, last);
            set(chunk + 1, kept);
            for (int i = 0; i < kept; i++) {
                set(chunk + 2 + i, stack[from + i]);
            }
            last = chunk;
        }
        set(place, weight);
        set(place + 1, last);
        set(place + 2, count + to - from);
    }

    private long weigh(long weight, long[] stack, int from, int to) {
        long size = weight & SIZE_MAX;
        long depth = weight >>> DEPTH_SHIFT;
        for (int i = from; i < to; i++) {
            int tag = Slot.tag(stack[i]);
            size++;
            if (tag >= Slot.TUPLE && tag <= Slot.FROZENSET) {
                long place = Slot.body(stack[i]);
                if (alive(place)) {
                    size += at(place) & SIZE_MAX;
                    depth = Math.max(depth, (at(place) >>> DEPTH_SHIFT) + 1);
                }
            }
        }
        size = Math.min(size, SIZE_MAX >> 1);
        depth = Math.min(depth, 1 << 18);
        heaviest = Math.max(heaviest, size);
        deepest = Math.max(deepest, depth);
        return depth << DEPTH_SHIFT | size;
    }

    /** The number of items, or -1 where it is forgotten. */
    long count(long container) {
        long place = Slot.body(container);
        return is(container) && alive(place) ? at(place + 2) : -1;
    }

    /** The first items, at most so many; none where some of them are forgotten. */
    long[] items(long container, int max) {
        long place = Slot.body(container);
        if (!is(container) || !alive(place)) {
            return new long[0];
        }
        int total = 0;
        int chunks = 0;
        long later = Long.MAX_VALUE;
        for (long chunk = at(place + 1); chunk != 0; chunk = at(chunk)) {
            if (!alive(chunk) || chunk >= later) { // chunks lead to earlier ones
                return new long[0];
            }
            later = chunk;
            total += (int) at(chunk + 1);
            chunks++;
        }
        long[] found = new long[Math.min(total, max)];
        int end = total;
        for (long chunk = at(place + 1); chunks > 0; chunk = at(chunk), chunks--) {
            int length = (int) at(chunk + 1);
            end -= length;
            for (int i = 0; i < length && end + i < found.length; i++) {
                found[end + i] = at(chunk + 2 + i);
            }
        }
        return found;
    }

    /** The item of that number, or unknown. */
    long item(long container, int index) {
        long[] items = items(container, index + 1);
        return index < items.length ? items[index] : Slot.of(Slot.UNKNOWN, 0);
    }

    /** Whether a slot is a container at all: the arguments of a broken pickle may be anything. */
    private static boolean is(long slot) {
        int tag = Slot.tag(slot);
        return tag >= Slot.TUPLE && tag <= Slot.PERSISTENT;
    }

    private boolean alive(long place) {
        return place > 0 && next - place <= ring.length;
    }

    private long at(long place) {
        return ring[(int) (place & ring.length - 1)];
    }

    private void set(long place, long value) {
        ring[(int) (place & ring.length - 1)] = value;
    }

    private long reserve(int length) {
        while (next + length > ring.length && ring.length < RING_MAX) {
            ring = Arrays.copyOf(ring, ring.length * 4);
        }
        long place = next;
        next += length;
        return place;
    }
}
