package io.casemate.core.evidence.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The few file operations that a ledger stands on, each as weak as a disk makes it: nothing is safe before it was
 * synced, the contents of a file by {@link Writable#sync}, its name by {@link #syncFolder}.
 */
public interface DurableFiles {
    /** The files of this machine. */
    static DurableFiles disk() {
        return new DiskFiles();
    }

    boolean exists(Path file);

    /** The contents of a file from its beginning; empty where there is no such file. */
    InputStream read(Path file) throws IOException;

    /** Opens a file for writing, and creates it empty where there is none. */
    Writable open(Path file) throws IOException;

    void createFolders(Path folder) throws IOException;

    /** Renames in one step; a file that has the new name is replaced. */
    void move(Path from, Path to) throws IOException;

    /** Makes the names in a folder survive a crash. */
    void syncFolder(Path folder) throws IOException;

    /**
     * Does the work while no other thread or process holds the same lock file.
     *
     * @param patience how long to wait for the lock
     * @throws java.io.UncheckedIOException where it was not free in time, naming the holder as far as it is known
     */
    <T> T whileLocked(Path lockFile, Duration patience, Supplier<T> work);

    /** A file open for writing. */
    interface Writable extends Closeable {
        long size() throws IOException;

        /** Writes all the bytes from that position on. */
        void write(byte[] bytes, long position) throws IOException;

        void truncate(long size) throws IOException;

        /** Makes contents and size survive a crash. */
        void sync() throws IOException;
    }
}
