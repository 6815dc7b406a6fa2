package io.casemate.scan.weight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class RowsTest {
    @Test
    void a_value_of_a_rank_is_the_one_that_sorting_puts_there() {
        long seed = 20261121L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 500; round++) {
            var values = new double[random.nextInt(1, 300)];
            int kind = random.nextInt(4);
            for (int i = 0; i < values.length; i++) {
                values[i] = switch (kind) {
                    case 0 -> Math.abs(random.nextGaussian());
                    case 1 -> random.nextInt(3);
                    case 2 -> Math.exp(random.nextDouble(-700, 700));
                    default -> random.nextBoolean() ? 0 : Double.MIN_VALUE * random.nextInt(1, 9);
                };
            }
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            for (int index : new int[] {0, values.length / 2, values.length - 1}) {
                assertThat(Rows.ranked(values, index))
                        .as("seed %d round %d index %d", seed, round, index)
                        .isEqualTo(sorted[index]);
            }
        }
    }

    @Test
    void rows_far_longer_than_the_others_come_longest_first() {
        var norms = new double[64];
        for (int i = 0; i < norms.length; i++) {
            norms[i] = 1 + i / 1000.0;
        }
        norms[7] = 90;
        norms[40] = 200;
        norms[50] = Double.NaN;
        Rows rows = Rows.of(norms);
        assertThat(rows.count()).isEqualTo(63);
        assertThat(rows.outliers()).extracting(Rows.Outlier::row).containsExactly(40L, 7L);
    }
}
