package io.casemate.cli.scan;

import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options for files of strangers: the scan runs in a process of its own, with a limited heap. */
final class Isolation {
    private static final int KILLED_MIN = 128;
    private static final int UNSTATED = -1;
    private static final int HEAP_MEGABYTES = 256;
    private static final int HEAP_MEGABYTES_MIN = 64;
    private static final int HEAP_MEGABYTES_MAX = 1 << 20;

    @Option(names = "--isolate", description = "Scan in a process of its own, with a limited heap.")
    private boolean wanted;

    @Option(names = "--heap", paramLabel = "MB", description = "Heap of that process, with --isolate. Default: 256.")
    private int heapMegabytes = UNSTATED;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec verb;

    boolean wanted() {
        return wanted;
    }

    /** Says what is wrong with these options. */
    void check(List<Problem> problems) {
        if (heapMegabytes == UNSTATED) {
            return;
        }
        if (!wanted) {
            problems.add(
                    new Problem("--heap", "limits the process of --isolate, which is not asked for", "add --isolate"));
        }
        if (heapMegabytes < HEAP_MEGABYTES_MIN || heapMegabytes > HEAP_MEGABYTES_MAX) {
            problems.add(new Problem(
                    "--heap",
                    "'%d' is %s"
                            .formatted(heapMegabytes, heapMegabytes < HEAP_MEGABYTES_MIN ? "too little" : "too much"),
                    "write megabytes from %d to %d".formatted(HEAP_MEGABYTES_MIN, HEAP_MEGABYTES_MAX)));
        }
    }

    /** Runs the same command without this option elsewhere, and gives its exit code; undecided where it was killed. */
    ExitCode run(Terminal terminal) {
        terminal.out().flush();
        try {
            Process child = new ProcessBuilder(command()).inheritIO().start();
            var ending = new Thread(child::destroy); // who ends this process means the other one too
            Runtime.getRuntime().addShutdownHook(ending);
            int code = child.waitFor();
            Runtime.getRuntime().removeShutdownHook(ending);
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
        command.add("-Xmx%dm".formatted(heapMegabytes == UNSTATED ? HEAP_MEGABYTES : heapMegabytes));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.casemate.cli.Main"));
        command.addAll(arguments());
        return command;
    }

    /** What was written on the command line, without what brought us here. */
    private List<String> arguments() {
        List<String> kept = new ArrayList<>();
        boolean value = false;
        CommandSpec parsed = Objects.requireNonNull(verb, "set by the parser, as the option is");
        for (String a : parsed.commandLine().getParent().getParseResult().originalArgs()) {
            boolean mine = value || a.equals("--isolate") || a.equals("--heap") || a.startsWith("--heap=");
            value = !value && a.equals("--heap");
            if (!mine) {
                kept.add(a);
            }
        }
        return kept;
    }
}
