package io.casemate.scan.pickle;

import io.casemate.scan.spi.Stopped;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The memo of one pickle: slots by number. The first million lie in the heap, more of them outside it, and numbers far above
 * the count in a small map, so that neither many nor wild numbers cost the heap more than some megabytes.
 */
final class Memo implements AutoCloseable {
    private static final int NEAR_MAX = 1 << 20;
    private static final int CHUNK_BITS = 17;
    private static final int CHUNKS_MAX = 640;
    private static final int WILD_MAX = 1 << 16;

    private long[] near = new long[256];
    private final MemorySegment[] far = new MemorySegment[CHUNKS_MAX];
    private final Map<Long, Long> wild = new HashMap<>();
    private @org.jspecify.annotations.Nullable Arena arena;
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
        } else {
            MemorySegment chunk = chunk(key);
            long index = (key - NEAR_MAX) & (1L << CHUNK_BITS) - 1;
            if (chunk.getAtIndex(ValueLayout.JAVA_LONG, index) == 0 && wild.remove(key) == null) {
                count++;
            }
            chunk.setAtIndex(ValueLayout.JAVA_LONG, index, slot);
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

    private MemorySegment chunk(long key) {
        long number = (key - NEAR_MAX) >>> CHUNK_BITS;
        if (number >= CHUNKS_MAX) {
            throw new Stopped("more than %,d memo numbers".formatted((long) CHUNKS_MAX << CHUNK_BITS));
        }
        MemorySegment chunk = far[(int) number];
        if (chunk == null) {
            if (arena == null) {
                arena = Arena.ofConfined();
            }
            chunk = arena.allocate(Long.BYTES << CHUNK_BITS, Long.BYTES);
            far[(int) number] = chunk;
        }
        return chunk;
    }

    private long getFar(long key) {
        long number = (key - NEAR_MAX) >> CHUNK_BITS;
        if (number >= 0 && number < CHUNKS_MAX) {
            MemorySegment chunk = far[(int) number];
            if (chunk != null) {
                long slot = chunk.getAtIndex(ValueLayout.JAVA_LONG, (key - NEAR_MAX) & (1L << CHUNK_BITS) - 1);
                if (slot != 0) {
                    return slot;
                }
            }
        }
        return wild.isEmpty() ? 0 : wild.getOrDefault(key, 0L);
    }

    @Override
    public void close() {
        if (arena != null) {
            arena.close();
        }
    }
}
