package io.casemate.core.knowledge;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A copy of the knowledge base without its threats, for tests to spoil. */
record KnowledgeFolder(Path root) {
    /** The folder in the checkout. */
    static final Path REAL = Path.of(System.getProperty("casemate.root", ".."), "knowledge");

    static KnowledgeFolder copyTo(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(REAL)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                Path copy = root.resolve(REAL.relativize(file).toString());
                if (!file.getParent().endsWith("threats")) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        return new KnowledgeFolder(root);
    }

    KnowledgeFolder write(String name, String text) {
        try {
            Files.createDirectories(root.resolve(name).getParent());
            Files.writeString(root.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KnowledgeFolder edit(String name, String from, String to) throws IOException {
        return write(name, Files.readString(root.resolve(name)).replace(from, to));
    }

    /** All problems of reading it, places relative to the folder. */
    List<String> problems() {
        return problems(() -> Knowledge.read(root));
    }

    /** All problems of reading its crosswalks. */
    List<String> crosswalkProblems() {
        return problems(() -> Knowledge.read(root).crosswalks());
    }

    private List<String> problems(ThrowingCallable reading) {
        var thrown = catchThrowableOfType(InvalidInputException.class, reading);
        return thrown == null
                ? List.of()
                : thrown.problems().stream()
                        .map(Problem::toString)
                        .map(text -> text.replace(root + "/", ""))
                        .toList();
    }
}
