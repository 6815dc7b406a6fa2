package io.casemate.cli.arguments;

import io.casemate.cli.system.OutputFile;
import io.casemate.cli.terminal.Terminal;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --output}: where a verb's answer goes. */
public final class Output {
    private static final Path TERMINAL = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write there, in one step, instead of to the terminal.")
    private Path file = TERMINAL;

    /** Whether a file was named. */
    public boolean toFile() {
        return !file.equals(TERMINAL);
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
