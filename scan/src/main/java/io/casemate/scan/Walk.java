package io.casemate.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files under some paths, sorted by name. What is left out is said; what cannot be entered is a file to report on. */
final class Walk extends SimpleFileVisitor<Path> {
    private static final Set<String> HISTORY_FOLDERS = Set.of(".git", ".hg", ".svn");

    private final List<PathMatcher> excluded;
    private final Set<Path> files = new TreeSet<>(Comparator.comparing(Path::toString));
    private Path realRoot = Path.of("");
    private final List<String> skipped = new ArrayList<>();

    Walk(List<PathMatcher> excluded) {
        this.excluded = excluded;
    }

    /** Follows links to files, and the root. A link to a folder outside of the root is a file to report on: it is not read. */
    void add(Path root) {
        try {
            realRoot = Files.exists(root) ? root.toRealPath() : root;
            if (Files.isSymbolicLink(root) && Files.isDirectory(root)) {
                try (Stream<Path> inside = Files.list(root)) {
                    for (Path path : inside.toList()) {
                        Files.walkFileTree(path, this);
                    }
                }
            } else {
                Files.walkFileTree(root, this);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root, e);
        }
    }

    List<Path> files() {
        return List.copyOf(files);
    }

    List<String> skipped() {
        return List.copyOf(skipped);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        Path name = folder.getFileName();
        if (name != null && HISTORY_FOLDERS.contains(name.toString())) {
            skipped.add(folder + ": the history of a repository");
            return FileVisitResult.SKIP_SUBTREE;
        }
        return isExcluded(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (isExcluded(file)) {
            return FileVisitResult.CONTINUE;
        }
        if (!attributes.isSymbolicLink() || !leadsToFolderInside(file)) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    /** What is in such a folder is read under its own name. */
    private boolean leadsToFolderInside(Path link) {
        try {
            return Files.isDirectory(link) && link.toRealPath().startsWith(realRoot);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        files.add(file);
        return FileVisitResult.CONTINUE;
    }

    private boolean isExcluded(Path path) {
        Path name = path.getFileName(); // the root has none
        boolean is = excluded.stream().anyMatch(m -> m.matches(path) || (name != null && m.matches(name)));
        if (is) {
            skipped.add(path + ": excluded");
        }
        return is;
    }
}
