package io.casemate.scan.engine;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Family;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The files of a folder, for who reads one of them.
 *
 * @param arena what the mapped bytes live as long as
 * @param claimed told of each file that was given out
 */
record Neighbours(Path folder, Arena arena, Consumer<Path> claimed) implements Family {
    @Override
    public Optional<Content> sibling(String name) {
        try {
            Path file = folder.resolve(name).normalize();
            if (name.isEmpty() || !file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                var bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
                claimed.accept(file);
                return Optional.of(new Content(name, bytes, this));
            }
        } catch (InvalidPathException | IOException e) {
            return Optional.empty();
        }
    }
}
