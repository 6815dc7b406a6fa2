package io.casemate.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SpansTest {
    @Test
    void what_is_missing_lies_between_the_spans() {
        var spans = new Spans();
        spans.add(10, 5);
        spans.add(0, 3);
        spans.add(12, 8);
        assertThat(spans.missing(25)).containsExactly(new Spans.Span(3, 7), new Spans.Span(20, 5));
        assertThat(spans.all()).containsExactly(new Spans.Span(0, 3), new Spans.Span(10, 10));
    }

    @Test
    void lengths_that_overflow_reach_to_the_end() {
        var spans = new Spans();
        spans.add(4, Long.MAX_VALUE);
        assertThat(spans.missing(10)).containsExactly(new Spans.Span(0, 4));
    }

    @Test
    void spans_are_the_same_set_as_a_bit_set_however_they_come() {
        long seed = 20260101L;
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 300; round++) {
            int size = random.nextInt(1, 400);
            var spans = new Spans();
            var bits = new BitSet(size);
            for (int i = random.nextInt(60); i > 0; i--) {
                int from = random.nextInt(size);
                int length = random.nextInt(size - from + 1);
                spans.add(from, length);
                bits.set(from, from + length);
            }
            var missing = new BitSet(size);
            for (Spans.Span span : spans.missing(size)) {
                missing.set((int) span.offset(), (int) span.end());
            }
            bits.flip(0, size);
            assertThat(missing).as("seed %d round %d", seed, round).isEqualTo(bits);
        }
    }

    @Test
    void many_spans_out_of_order_stay_few_in_memory() {
        var spans = new Spans();
        for (int i = 200_000; i > 0; i--) {
            spans.add(i * 2L, 2);
        }
        assertThat(spans.all()).containsExactly(new Spans.Span(2, 400_000));
    }

    @Test
    void spans_behind_the_end_leave_all_before_it_missing() {
        var spans = new Spans();
        spans.add(20, 5);
        assertThat(spans.missing(10)).containsExactly(new Spans.Span(0, 10));
    }
}
