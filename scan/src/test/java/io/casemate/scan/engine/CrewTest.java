package io.casemate.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrewTest {
    @Test
    void results_come_in_the_order_of_the_items() {
        List<Integer> items = IntStream.range(0, 1_000).boxed().toList();
        var progress = new AtomicInteger();
        var crew = new Crew<Integer, Integer>(
                items,
                i -> i * 2,
                i -> -1,
                (i, e) -> -2,
                Duration.ofMinutes(1),
                System::nanoTime,
                progress::incrementAndGet);
        assertThat(crew.work(4))
                .containsExactlyElementsOf(items.stream().map(i -> i * 2).toList());
        assertThat(progress).hasValue(1_000);
    }

    @Test
    void one_that_hangs_is_given_up_and_the_rest_is_done() {
        var never = new CountDownLatch(1);
        var crew = new Crew<String, String>(
                List.of("a", "hangs", "b", "c"),
                item -> {
                    if (item.equals("hangs")) {
                        awaitForEver(never);
                    }
                    return item;
                },
                item -> "gave up",
                (item, failure) -> "failed",
                Duration.ofMillis(200),
                System::nanoTime,
                () -> {});
        assertThat(crew.work(1)).containsExactly("a", "gave up", "b", "c");
        never.countDown();
    }

    @Test
    void a_second_worker_comes_while_the_first_is_busy() {
        var second = new CountDownLatch(1);
        var crew = new Crew<String, String>(
                List.of("waits for b", "b"),
                item -> {
                    if (item.equals("b")) {
                        second.countDown();
                    } else {
                        awaitForEver(second);
                    }
                    return item;
                },
                item -> "gave up",
                (item, failure) -> "failed",
                Duration.ofMinutes(1),
                System::nanoTime,
                () -> {});
        assertThat(crew.work(2)).containsExactly("waits for b", "b");
    }

    @Test
    void one_that_dies_costs_nobody_else_anything() {
        var crew = new Crew<String, String>(
                List.of("a", "dies", "b", "c"),
                item -> {
                    if (item.equals("dies")) {
                        throw new NoClassDefFoundError("gone");
                    }
                    return item;
                },
                item -> "gave up",
                (item, failure) -> failure.getClass().getSimpleName(),
                Duration.ofMinutes(1),
                System::nanoTime,
                () -> {});
        assertThat(crew.work(1)).containsExactly("a", "NoClassDefFoundError", "b", "c");
    }

    @Test
    void no_items_need_no_workers() {
        var crew = new Crew<String, String>(
                List.of(), i -> i, i -> i, (i, e) -> i, Duration.ofSeconds(1), System::nanoTime, () -> {});
        assertThat(crew.work(2)).isEmpty();
    }

    private static void awaitForEver(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
