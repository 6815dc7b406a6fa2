package io.casemate.core.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.evidence.store.DurableFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerProcessTest {
    @TempDir
    Path folder;

    @Test
    void a_killed_process_loses_nothing_that_it_acknowledged() throws IOException, InterruptedException {
        long seed = 20260107L;
        RandomGenerator random = Samples.random(seed);
        Path file = Ledger.of(folder);
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            Process process = AppendingProgram.process(List.of("append", file.toString(), "round-" + round, "100000"))
                    .start();
            try (BufferedReader out = process.inputReader()) {
                for (int i = 1 + random.nextInt(25); i > 0; i--) {
                    acknowledged.add(out.readLine());
                }
                LockSupport.parkNanos(random.nextLong(5_000_000));
                process.toHandle().destroyForcibly(); // unlike the process's own method leaves its output readable
                out.lines().forEach(acknowledged::add);
            }
            process.waitFor();
            LedgerReading reading = Ledger.read(file);
            assertThat(reading.problems()).as("seed %d round %d", seed, round).isEmpty();
            assertThat(Samples.rules(reading.entries()))
                    .as("seed %d round %d", seed, round)
                    .containsSubsequence(acknowledged)
                    .doesNotHaveDuplicates();
        }
        Ledger.append(file, List.of(Samples.draft("last")), Samples.AT);
        assertThat(Ledger.audit(file).intact()).isTrue();
    }

    @Test
    void two_processes_and_two_threads_never_interleave() throws IOException, InterruptedException, ExecutionException {
        Path file = Ledger.of(folder);
        int each = 25;
        var processes = new ArrayList<Process>();
        for (String name : List.of("process-a", "process-b")) {
            processes.add(AppendingProgram.process(List.of("append", file.toString(), name, String.valueOf(each)))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> one = threads.submit(() -> append(file, "thread-c", each));
            Future<?> other = threads.submit(() -> append(file, "thread-d", each));
            one.get();
            other.get();
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }

        assertThat(Ledger.audit(file).problems()).isEmpty();
        List<String> rules = Samples.rules(Ledger.read(file).entries());
        assertThat(rules).hasSize(4 * each).doesNotHaveDuplicates();
        for (String name : List.of("process-a", "process-b", "thread-c", "thread-d")) {
            assertThat(rules.stream().filter(rule -> rule.startsWith(name)))
                    .as("%s in its own order", name)
                    .last()
                    .isEqualTo(name + "-" + (each - 1));
        }
    }

    private static void append(Path file, String name, int count) {
        for (int i = 0; i < count; i++) {
            Ledger.append(file, List.of(Samples.draft("%s-%d".formatted(name, i))), Samples.AT);
        }
    }

    @Test
    void a_lock_held_by_another_process_is_waited_for_and_then_named() throws IOException, InterruptedException {
        Path lockFile = folder.resolve("ledger.lock");
        Process holder =
                AppendingProgram.process(List.of("hold", lockFile.toString())).start();
        try (BufferedReader out = holder.inputReader()) {
            assertThat(out.readLine()).isEqualTo("held");
            assertThatThrownBy(() -> DurableFiles.disk().whileLocked(lockFile, Duration.ofMillis(50), () -> true))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(lockFile.toString())
                    .hasMessageContaining("process " + holder.pid());
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(DurableFiles.disk().whileLocked(lockFile, Duration.ofSeconds(5), () -> "free again"))
                .isEqualTo("free again");
    }

    @Test
    void a_lock_held_by_another_thread_is_waited_for_and_then_named() throws InterruptedException {
        Path lockFile = folder.resolve("ledger.lock");
        var held = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        Thread holder = Thread.ofPlatform()
                .start(() -> DurableFiles.disk().whileLocked(lockFile, Duration.ZERO, () -> {
                    held.countDown();
                    return awaited(done);
                }));
        held.await();
        assertThatThrownBy(() -> DurableFiles.disk().whileLocked(lockFile, Duration.ofMillis(50), () -> true))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("another thread of this process");
        done.countDown();
        holder.join();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
