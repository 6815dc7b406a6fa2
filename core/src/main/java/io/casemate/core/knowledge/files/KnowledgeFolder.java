package io.casemate.core.knowledge.files;

import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder on disk. */
record KnowledgeFolder(Path root) implements KnowledgeFiles {
    @Override
    public List<String> in(String folder) {
        Path place = root.resolve(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder + "/" + file.getFileName())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + place, e);
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        Path file = root.resolve(name);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public String label(String name) {
        return root.resolve(name).toString();
    }

    @Override
    public Optional<YamlCursor> document(String name, YamlProblems problems) {
        return Documents.parsed(read(name), problems);
    }
}
