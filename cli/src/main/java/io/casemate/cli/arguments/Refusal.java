package io.casemate.cli.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Why the operating system refused, in words and with the path. Java's own messages are often only the path. */
public final class Refusal {
    private Refusal() {}

    public static String words(UncheckedIOException e) {
        IOException cause = Objects.requireNonNull(e.getCause());
        String context = Objects.requireNonNullElse(e.getMessage(), "");
        if (context.equals(cause.toString())) {
            context = ""; // nobody said what was tried
        }
        String reason = reason(cause);
        String path = cause instanceof FileSystemException file && file.getFile() != null ? file.getFile() : "";
        String place = path.isEmpty() || context.contains(path) ? "" : path + ": ";
        if (context.contains(reason)) {
            return context;
        }
        return context.isEmpty() ? place + reason : "%s: %s%s".formatted(context, place, reason);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException absent -> "no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException exists -> "something else of that name is in the way";
            case FileSystemException file when file.getReason() != null -> file.getReason();
            case IOException other -> Objects.requireNonNullElse(other.getMessage(), other.toString());
        };
    }
}
