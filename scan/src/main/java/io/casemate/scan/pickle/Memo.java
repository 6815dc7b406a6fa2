package io.casemate.scan.pickle;

import io.casemate.scan.spi.Stopped;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The memo of one pickle: slots by number. The first million lie in the heap, more of them outside it, and numbers far above
 * the count in a small map, so that neither many nor wild numbers cost the heap more than some megabytes.
 */
final class Memo implements AutoCloseable {
    private static final int NEAR_MAX = 1 << 20;
    private static final int CHUNK = 1 << 16;
    private static final int CHUNKS_MAX = 1280;
    private static final int WILD_MAX = 1 << 16;

    private long[] near = new long[256];
    private @Nullable MemorySegment[] far = new MemorySegment[0];
    /** The chunk that is written now, in the heap until the next one is begun. */
    private long[] tail = new long[0];

    private long tailStart = NEAR_MAX;
    private final Map<Long, Long> wild = new HashMap<>();
    private @Nullable Arena arena;
    private long count;
    private long wildest;

    /** The largest number far above the count, or 0: no writer leaves out numbers, and CPython takes memory for all below. */
    long wildest() {
        return wildest;
    }

    /** Numbers in use. */
    long count() {
        return count;
    }

    /** Sets the next number. */
    void add(long slot) {
        put(count, slot);
    }

    void put(long key, long slot) {
        if (key < near.length) {
            int index = (int) key;
            if (near[index] == 0) {
                count++;
            }
            near[index] = slot;
        } else {
            putFar(key, slot);
        }
    }

    /** The slot of that number, or 0. */
    long get(long key) {
        return key >= 0 && key < near.length ? near[(int) key] : getFar(key);
    }

    private void putFar(long key, long slot) {
        if (key > 2 * count + WILD_MAX) {
            if (wild.size() >= WILD_MAX) {
                throw new Stopped("more than %,d memo numbers far apart".formatted(WILD_MAX));
            }
            wildest = Math.max(wildest, key);
            if (wild.put(key, slot) == null) {
                count++;
            }
        } else if (key < NEAR_MAX) {
            near = Arrays.copyOf(near, (int) Math.min(NEAR_MAX, Math.max(key + 1, near.length * 4L)));
            adoptWild();
            put(key, slot);
        } else if (key == tailStart + tail.length) {
            nextTail();
            put(key, slot);
        } else if (key >= tailStart && key < tailStart + tail.length) {
            int index = (int) (key - tailStart);
            if (tail[index] == 0 && (wild.isEmpty() || wild.remove(key) == null)) {
                count++;
            }
            tail[index] = slot;
        } else {
            MemorySegment chunk = chunk(key);
            long index = (key - NEAR_MAX) & CHUNK - 1;
            if (chunk.getAtIndex(ValueLayout.JAVA_LONG, index) == 0 && wild.remove(key) == null) {
                count++;
            }
            chunk.setAtIndex(ValueLayout.JAVA_LONG, index, slot);
        }
    }

    /** Moves the full tail out of the heap and begins the next, with what was put there before. */
    private void nextTail() {
        if (tail.length == 0) {
            tail = new long[CHUNK];
        } else {
            int number = number(tailStart);
            far[number] = arena().allocateFrom(ValueLayout.JAVA_LONG, tail);
            tailStart += CHUNK;
            Arrays.fill(tail, 0);
        }
        int next = number(tailStart);
        MemorySegment begun = far[next];
        if (begun != null) {
            MemorySegment.copy(begun, ValueLayout.JAVA_LONG, 0, tail, 0, CHUNK);
        }
    }

    /** Moves wild numbers that the grown array covers now. */
    private void adoptWild() {
        wild.entrySet().removeIf(entry -> {
            boolean covered = entry.getKey() < near.length;
            if (covered) {
                near[Math.toIntExact(entry.getKey())] = entry.getValue();
            }
            return covered;
        });
    }

    private int number(long key) {
        long number = (key - NEAR_MAX) / CHUNK;
        if (number >= CHUNKS_MAX) {
            throw new Stopped("more than %,d memo numbers".formatted((long) CHUNKS_MAX * CHUNK));
        }
        if (number >= far.length) {
            far = Arrays.copyOf(far, (int) Math.min(CHUNKS_MAX, number * 2 + 8));
        }
        return (int) number;
    }

    private MemorySegment chunk(long key) {
        int number = number(key);
        MemorySegment chunk = far[number];
        if (chunk == null) {
            chunk = arena().allocate((long) Long.BYTES * CHUNK, Long.BYTES);
            far[number] = chunk;
        }
        return chunk;
    }

    private Arena arena() {
        Arena made = arena;
        if (made == null) {
            made = Arena.ofConfined();
            arena = made;
        }
        return made;
    }

    private long getFar(long key) {
        long slot = 0;
        if (key >= tailStart && key < tailStart + tail.length) {
            slot = tail[(int) (key - tailStart)];
        } else if (key >= NEAR_MAX && key < NEAR_MAX + (long) CHUNKS_MAX * CHUNK) {
            long number = (key - NEAR_MAX) / CHUNK;
            MemorySegment chunk = number < far.length ? far[(int) number] : null;
            slot = chunk == null ? 0 : chunk.getAtIndex(ValueLayout.JAVA_LONG, (key - NEAR_MAX) & CHUNK - 1);
        }
        return slot != 0 || wild.isEmpty() ? slot : wild.getOrDefault(key, 0L);
    }

    @Override
    public void close() {
        if (arena != null) {
            arena.close();
        }
    }
}
