package io.casemate.core.evidence.ledger;

import io.casemate.core.evidence.store.DurableFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of its own for tests, to be killed: appends findings and prints the name of each once it is acknowledged, or
 * holds a lock.
 */
final class AppendingProgram {
    private AppendingProgram() {}

    /** {@code append LEDGER NAME COUNT} or {@code hold LOCKFILE}. */
    public static void main(String[] arguments) {
        if (arguments[0].equals("hold")) {
            DurableFiles.disk().whileLocked(Path.of(arguments[1]), Duration.ZERO, () -> {
                System.out.println("held");
                LockSupport.parkNanos(Duration.ofMinutes(1).toNanos());
                return true;
            });
            return;
        }
        append(Path.of(arguments[1]), arguments[2], Integer.parseInt(arguments[3]));
    }

    static void append(Path ledger, String name, int count) {
        for (int i = 0; i < count; i++) {
            String rule = "%s-%d".formatted(name, i);
            Ledger.append(ledger, List.of(Samples.draft(rule)), Instant.EPOCH);
            System.out.println(rule);
        }
    }

    static ProcessBuilder process(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(AppendingProgram.class.getName());
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
