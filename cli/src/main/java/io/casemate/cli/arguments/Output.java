package io.casemate.cli.arguments;

import io.casemate.cli.system.OutputFile;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --output}: where a verb's answer goes. */
public final class Output {
    private static final Path TERMINAL = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write there, in one step, instead of to the terminal. Folders that are absent are made.")
    private Path file = TERMINAL;

    /** Whether a file was named. */
    public boolean toFile() {
        return !file.equals(TERMINAL);
    }

    /** Says where nothing could be written there: better before long work than after it. */
    public void check(List<Problem> problems) {
        String obstacle = toFile() ? OutputFile.obstacle(file) : "";
        if (!obstacle.isEmpty()) {
            problems.add(new Problem("--output", "'%s' %s".formatted(file, obstacle), "name another file"));
        }
    }

    /**
     * The same, and says so where the file is one that this run reads: an answer would take the place of what it was made from.
     *
     * @param inputs files that are read; they need not be there
     */
    public void check(List<Problem> problems, List<Path> inputs) {
        check(problems);
        for (Path input : inputs) {
            if (toFile() && OutputFile.same(file, input)) {
                problems.add(
                        new Problem("--output", "'%s' is what this run reads".formatted(file), "name another file"));
            }
        }
    }

    /** Writes the bytes to the file that was named; there must be one. */
    public void give(byte[] bytes, Terminal terminal) {
        if (!toFile()) {
            throw new IllegalStateException("bytes need a file");
        }
        OutputFile.write(file, bytes);
        terminal.err().printf("wrote %s%n", file);
    }

    /** Prints the text, or writes it to the file that was named. */
    public void give(String text, Terminal terminal) {
        String ended = text.endsWith("\n") ? text : text + "\n";
        if (file.equals(TERMINAL)) {
            terminal.out().print(ended);
        } else {
            OutputFile.write(file, ended);
            terminal.err().printf("wrote %s%n", file);
        }
    }
}
