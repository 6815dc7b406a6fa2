package io.casemate.cli.scan;

import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options for files of strangers: the scan runs in a process of its own, with a limited heap. */
final class Isolation {
    private static final int KILLED_MIN = 128;

    @Option(names = "--isolate", description = "Scan in a process of its own, with a limited heap.")
    private boolean wanted;

    @Option(names = "--heap", paramLabel = "MB", description = "Heap of that process. Default: ${DEFAULT-VALUE}.")
    private int heapMegabytes = 256;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb = CommandSpec.create();

    boolean wanted() {
        return wanted;
    }

    /** Runs the same command without this option elsewhere, and gives its exit code; undecided where it was killed. */
    ExitCode run(Terminal terminal) {
        terminal.out().flush();
        try {
            int code = new ProcessBuilder(command()).inheritIO().start().waitFor();
            for (ExitCode known : ExitCode.values()) {
                if (known.number() == code) {
                    return known;
                }
            }
            terminal.err()
                    .printf(
                            "the scanning process ended with %d%s; nothing it did not report is clean%n",
                            code, code >= KILLED_MIN ? ", it was killed" : "");
            return ExitCode.UNDECIDED;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a process to scan in", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.UNDECIDED;
        }
    }

    private List<String> command() {
        Optional<String> java = ProcessHandle.current().info().command();
        List<String> command = new ArrayList<>();
        command.add(java.orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> !a.startsWith("-Xmx") && !a.startsWith("-agentlib"))
                .forEach(command::add);
        command.add("-Xmx%dm".formatted(Math.max(32, heapMegabytes)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.casemate.cli.Main"));
        command.addAll(arguments());
        return command;
    }

    /** What was written on the command line, without what brought us here. */
    private List<String> arguments() {
        return verb.commandLine().getParent().getParseResult().originalArgs().stream()
                .filter(a -> !a.equals("--isolate"))
                .toList();
    }
}
