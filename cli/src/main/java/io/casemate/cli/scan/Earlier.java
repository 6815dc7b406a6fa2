package io.casemate.cli.scan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the earlier version of a file: the baseline itself, or in it the file of the same place below the scanned folder.
 *
 * @param roots what is scanned
 * @param baseline an earlier version of it; empty where there is none
 */
record Earlier(List<Path> roots, Path baseline) implements Function<Path, Optional<Path>> {
    @Override
    public Optional<Path> apply(Path file) {
        if (baseline.toString().isEmpty()) {
            return Optional.empty();
        }
        if (Files.isRegularFile(baseline)) {
            return roots.contains(file) ? Optional.of(baseline) : Optional.empty();
        }
        return roots.stream()
                .filter(file::startsWith)
                .map(root -> root.equals(file)
                        ? baseline.resolve(file.getFileName())
                        : baseline.resolve(root.relativize(file)))
                .filter(Files::isRegularFile)
                .filter(Files::isReadable)
                .findFirst();
    }
}
