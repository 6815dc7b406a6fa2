package io.casemate.core.evidence.ledger;

import io.casemate.core.evidence.store.DurableFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A disk in memory that keeps only what it must. A power cut comes after a set number of operations; then each file keeps
 * what was synced, and of the writes since then a random number, the last of them cut at a random byte, its end perhaps
 * zeros. A file whose folder was not synced may be gone.
 */
final class LosingDisk implements DurableFiles {
    /** Not an IOException: nobody may catch it, as nobody runs on without power. */
    static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Contents {
        byte[] durable = {};
        byte[] current = {};
        final List<Change> unsynced = new ArrayList<>();
    }

    /** A write, or where {@code bytes} is empty a new size. */
    private record Change(long position, byte[] bytes) {
        byte[] applied(byte[] to, int length) {
            if (bytes.length == 0) {
                return Arrays.copyOf(to, (int) position);
            }
            byte[] result = Arrays.copyOf(to, Math.max(to.length, (int) position + length));
            System.arraycopy(bytes, 0, result, (int) position, length);
            return result;
        }
    }

    private final RandomGenerator random;
    private final Map<Path, Contents> files = new HashMap<>();
    private final Set<Path> durableNames = new HashSet<>();
    private int operationsLeft = Integer.MAX_VALUE;
    private long freeBytes = Long.MAX_VALUE;

    LosingDisk(RandomGenerator random) {
        this.random = random;
    }

    void cutPowerAfter(int operations) {
        operationsLeft = operations;
    }

    /** From now on writes beyond that many bytes fail half-way. */
    void fillUpAfter(long bytes) {
        freeBytes = bytes;
    }

    /** What is left when the power is back. */
    void restart() {
        files.keySet().removeIf(name -> !durableNames.contains(name) && random.nextBoolean());
        for (Contents file : files.values()) {
            file.current = survivors(file);
            file.durable = file.current;
            file.unsynced.clear();
        }
        durableNames.addAll(files.keySet());
        operationsLeft = Integer.MAX_VALUE;
    }

    private byte[] survivors(Contents file) {
        byte[] result = file.durable;
        int kept = random.nextInt(file.unsynced.size() + 1);
        for (int i = 0; i < kept; i++) {
            Change change = file.unsynced.get(i);
            boolean last = i == kept - 1;
            int length =
                    last && change.bytes.length > 0 ? random.nextInt(change.bytes.length + 1) : change.bytes.length;
            result = change.applied(result, length).clone();
            if (last && length > 0 && random.nextInt(4) == 0) {
                Arrays.fill(result, result.length - random.nextInt(1, length + 1), result.length, (byte) 0);
            }
        }
        return result;
    }

    byte[] bytes(Path file) {
        return files.getOrDefault(file, new Contents()).current;
    }

    private void operation() {
        if (operationsLeft-- <= 0) {
            throw new PowerCut();
        }
    }

    @Override
    public boolean exists(Path file) {
        return files.containsKey(file);
    }

    @Override
    public InputStream read(Path file) {
        return new ByteArrayInputStream(bytes(file));
    }

    @Override
    public Writable open(Path file) {
        operation();
        return new Open(files.computeIfAbsent(file, unused -> new Contents()));
    }

    @Override
    public void createFolders(Path folder) {
        operation();
    }

    @Override
    public void move(Path from, Path to) {
        operation();
        durableNames.remove(from);
        files.put(to, files.remove(from));
    }

    @Override
    public void syncFolder(Path folder) {
        operation();
        files.keySet().stream().filter(name -> folder.equals(name.getParent())).forEach(durableNames::add);
    }

    @Override
    public <T> T whileLocked(Path lockFile, Duration patience, Supplier<T> work) {
        return work.get();
    }

    private final class Open implements Writable {
        private final Contents file;

        Open(Contents file) {
            this.file = file;
        }

        @Override
        public long size() {
            return file.current.length;
        }

        @Override
        public void write(byte[] bytes, long position) throws IOException {
            int length = (int) Math.min(bytes.length, freeBytes);
            change(new Change(position, Arrays.copyOf(bytes, length)));
            freeBytes -= length;
            if (length < bytes.length) {
                throw new IOException("No space left on device");
            }
            operation();
        }

        @Override
        public void truncate(long size) {
            operation();
            change(new Change(size, new byte[0]));
        }

        @Override
        public void sync() {
            operation();
            file.durable = file.current;
            file.unsynced.clear();
        }

        private void change(Change change) {
            file.unsynced.add(change);
            file.current = change.applied(file.current, change.bytes.length).clone();
        }

        @Override
        public void close() {}
    }
}
