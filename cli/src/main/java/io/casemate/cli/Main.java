package io.casemate.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code casemate}: parses the arguments, runs one verb and ends with its exit code. */
@Command(
        name = "casemate",
        mixinStandardHelpOptions = true,
        version = "casemate 0.1.0",
        description = "Keeps an ML system's threat model true.")
public final class Main {
    private Main() {}

    /** The whole command line: every verb with its options, without running anything. */
    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }
}
