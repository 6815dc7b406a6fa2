package io.casemate.cli.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes a file in one step: a reader sees the old text or the new one, never half of it. */
public final class OutputFile {
    private OutputFile() {}

    /** Writes the text in UTF-8; folders above it are made where absent. A file of that name is replaced. */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the bytes; folders above the file are made where absent. A file of that name is replaced. */
    public static void write(Path file, byte[] bytes) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (Files.isDirectory(file) || folder == null) {
                throw new IOException("%s is a folder; name a file".formatted(file));
            }
            Files.createDirectories(folder);
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.write(file, bytes); // a device or a pipe is written as it is
                return;
            }
            replace(folder, file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Why nothing could be written there, as far as it can be known without writing; "" where nothing is in the way. */
    public static String obstacle(Path file) {
        if (Files.isDirectory(file)) {
            return "is a folder";
        }
        if (Files.exists(file)) {
            return Files.isWritable(file) ? "" : "may not be written";
        }
        Path above = file.toAbsolutePath().normalize().getParent();
        while (above != null && Files.notExists(above)) {
            above = above.getParent();
        }
        if (above == null || !Files.isDirectory(above)) {
            return "lies below '%s', which is no folder".formatted(above);
        }
        return Files.isWritable(above) ? "" : "lies in '%s', where nothing may be written".formatted(above);
    }

    /** Whether two paths name one file that is there. */
    public static boolean same(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compare %s and %s".formatted(one, other), e);
        }
    }

    private static void replace(Path folder, Path file, byte[] bytes) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file; // a link keeps pointing to what it points to
        Path parent = Files.exists(file) ? real.resolveSibling("") : folder;
        Path draft = parent.resolve("." + file.getFileName() + ".casemate-"
                + ProcessHandle.current().pid());
        try {
            Files.write(draft, bytes, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            keepRights(real, draft);
            Files.move(draft, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(file.toString()); // of the draft's name nobody knows
        } catch (FileSystemException e) {
            throw new FileSystemException(file.toString(), null, e.getReason());
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Who may read the old file may read the new one, and nobody else. */
    private static void keepRights(Path old, Path draft) throws IOException {
        var rights = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        if (rights != null && Files.exists(old)) {
            rights.setPermissions(Files.getPosixFilePermissions(old));
        }
    }
}
