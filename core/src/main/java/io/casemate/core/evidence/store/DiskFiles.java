package io.casemate.core.evidence.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Supplier;

/** Files of the default file system. */
final class DiskFiles implements DurableFiles {
    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public InputStream read(Path file) throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException absent) {
            return InputStream.nullInputStream();
        }
    }

    @Override
    public Writable open(Path file) throws IOException {
        return new OpenFile(new RandomAccessFile(file.toFile(), "rw"));
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (AccessDeniedException windows) {
            return; // Windows opens no folders; its file system keeps a journal of names
        }
        try (channel) {
            channel.force(true);
        }
    }

    @Override
    public <T> T whileLocked(Path lockFile, Duration patience, Supplier<T> work) {
        return LockFile.hold(lockFile, patience, work);
    }

    /** Not a FileChannel: an interrupt of the thread would close it between a half line and its removal. */
    private record OpenFile(RandomAccessFile file) implements Writable {
        @Override
        public long size() throws IOException {
            return file.length();
        }

        @Override
        public void write(byte[] bytes, long position) throws IOException {
            file.seek(position);
            file.write(bytes);
        }

        @Override
        public void truncate(long size) throws IOException {
            file.setLength(size);
        }

        @Override
        public void sync() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
