package io.casemate.core.evidence.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Mutual exclusion of threads and processes by a lock on a file that is never deleted. The file says which process holds
 * it. The threads of one process queue before the file is opened: closing any channel of a file drops the process's lock on it.
 */
final class LockFile {
    private static final Map<Path, ReentrantLock> WITHIN_THIS_PROCESS = new ConcurrentHashMap<>();
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    /** One byte far behind the text, which thereby stays readable where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private LockFile() {}

    static <T> T hold(Path lockFile, Duration patience, Supplier<T> work) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            Path folder = lockFile.toAbsolutePath().getParent();
            Path key = folder == null ? lockFile : folder.toRealPath().resolve(lockFile.getFileName());
            ReentrantLock threads = WITHIN_THIS_PROCESS.computeIfAbsent(key, unused -> new ReentrantLock());
            if (!threads.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy(lockFile, patience, "another thread of this process");
            }
            try {
                return holdAmongProcesses(lockFile, patience, deadline, work);
            } finally {
                threads.unlock();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock %s: %s".formatted(lockFile, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while waiting for " + lockFile, e));
        }
    }

    private static <T> T holdAmongProcesses(Path lockFile, Duration patience, long deadline, Supplier<T> work)
            throws IOException {
        try (FileChannel channel = FileChannel.open(
                lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            while (lock == null) {
                if (System.nanoTime() - deadline > 0) {
                    throw busy(lockFile, patience, holder(channel));
                }
                LockSupport.parkNanos(PAUSE_NANOS);
                lock = channel.tryLock(LOCKED_BYTE, 1, false);
            }
            try {
                signAsHolder(channel);
                return work.get();
            } finally {
                lock.release();
            }
        }
    }

    private static void signAsHolder(FileChannel channel) throws IOException {
        String text = "process %d".formatted(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String holder(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(64);
        int length = channel.read(bytes, 0);
        return length < 1 ? "another process" : new String(bytes.array(), 0, length, StandardCharsets.UTF_8);
    }

    private static UncheckedIOException busy(Path lockFile, Duration patience, String holder) {
        return new UncheckedIOException(new IOException("%s is held by %s; waited %d seconds, try again when it is done"
                .formatted(lockFile, holder, patience.toSeconds())));
    }
}
