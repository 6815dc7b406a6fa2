package io.casemate.scan.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.scan.spi.Stopped;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class MemoTest {
    @Test
    void it_holds_what_a_map_would_hold() {
        long seed = 20260103L;
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Map<Long, Long> expected = new HashMap<>();
        try (var memo = new Memo()) {
            for (long step = 1; step < 3_000_000; step++) {
                long key = switch (random.nextInt(1_000)) {
                    case 0 -> random.nextLong(2L * expected.size() + 60_000);
                    case 1 -> expected.size() < 60_000 ? random.nextLong(1L << 40) : random.nextLong(expected.size());
                    default -> memo.count();
                };
                expected.put(key, step);
                memo.put(key, step);
                if (step % 1_000 == 0) {
                    assertThat(memo.count()).as("seed %d step %d", seed, step).isEqualTo(expected.size());
                }
            }
            expected.forEach((key, slot) ->
                    assertThat(memo.get(key)).as("seed %d key %d", seed, key).isEqualTo(slot));
            assertThat(memo.get(-1)).isZero();
            assertThat(memo.get(Long.MAX_VALUE)).isZero();
        }
    }

    @Test
    void numbers_far_apart_are_bounded() {
        try (var memo = new Memo()) {
            assertThatThrownBy(() -> {
                        for (long key = 1L << 40; ; key += 1 << 20) {
                            memo.put(key, 1);
                        }
                    })
                    .isInstanceOf(Stopped.class);
        }
    }
}
