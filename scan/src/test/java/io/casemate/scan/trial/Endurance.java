package io.casemate.scan.trial;

import static org.assertj.core.api.Assertions.assertThatNoException;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Recognition;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A scanner lives through everything that becomes of a sample: every cut and thousands of changes. */
public final class Endurance {
    private static final long SEED = 20260101L;
    private static final int ROUNDS = 4_000;
    private static final long[] EDGES = {
        0, 1, 0x7f, 0x80, 0xff, 0x7fff_ffffL, 0xffff_ffffL, Long.MAX_VALUE, Long.MIN_VALUE, -1
    };

    private Endurance() {}

    /** Cuts the sample at every byte. */
    public static void survivesEveryPrefix(FormatScanner scanner, byte... sample) {
        for (int length = 0; length <= sample.length; length++) {
            survives(scanner, Arrays.copyOf(sample, length), "cut at byte " + length);
        }
    }

    /** Changes the sample in some thousand ways: bits, bytes, numbers at the edges, parts left out or repeated. */
    public static void survivesMutations(FormatScanner scanner, byte... sample) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutant = sample.clone();
            for (int i = random.nextInt(1, 5); i > 0 && mutant.length > 0; i--) {
                mutant = mutated(mutant, random);
            }
            survives(scanner, mutant, "seed %d round %d".formatted(SEED, round));
        }
    }

    private static void survives(FormatScanner scanner, byte[] bytes, String as) {
        assertThatNoException().as(as).isThrownBy(() -> {
            if (scanner.recognises(Content.of("mutant", bytes)) != Recognition.NO) {
                Trial.of(scanner, bytes);
            }
        });
    }

    private static byte[] mutated(byte[] bytes, RandomGenerator random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> {
                long edge = EDGES[random.nextInt(EDGES.length)];
                int width = 1 << random.nextInt(4);
                for (int i = 0; i < width && at + i < bytes.length; i++) {
                    bytes[at + i] = (byte) (edge >>> 8 * i);
                }
            }
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            default -> {
                int from = random.nextInt(bytes.length);
                int length = Math.min(random.nextInt(1, 33), bytes.length - Math.max(at, from));
                System.arraycopy(bytes.clone(), from, bytes, at, length);
            }
        }
        return bytes;
    }
}
