package io.casemate.gate;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Work that is given up when it takes too long; its thread is left behind and keeps no process alive. */
final class Deadline {
    private Deadline() {}

    static void within(Duration patience, Runnable work, Supplier<Problem> late) {
        var task = new FutureTask<>(work, true);
        Thread.ofPlatform().daemon().name("policy").start(task);
        try {
            task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new InvalidInputException(List.of(late.get()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a policy was asked", e);
        }
    }
}
