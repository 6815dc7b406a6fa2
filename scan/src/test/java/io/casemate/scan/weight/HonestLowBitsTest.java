package io.casemate.scan.weight;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Weights as libraries initialise, train, convert and quantise them: nothing in their low bits may look put there. */
class HonestLowBitsTest {
    private static final long SEED = 20260501L;

    private interface Weights {
        /** Number i of n. */
        double at(RandomGenerator random, int i, int n);
    }

    private record Kind(String name, Weights weights) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("normal", (r, i, n) -> r.nextGaussian() * 0.02),
            new Kind("truncated normal", (r, i, n) -> truncated(r) * 0.02),
            new Kind("uniform of 24 bits", (r, i, n) -> ((r.nextInt() >>> 8) * 0x1p-24f) * 2f - 1f),
            new Kind("uniform of 24 bits, scaled", (r, i, n) -> (((r.nextInt() >>> 8) * 0x1p-24f) * 2f - 1f) * 0.0361f),
            new Kind("uniform of 24 bits, shifted", (r, i, n) -> ((r.nextInt() >>> 8) * 0x1p-24f) * 0.25f - 0.125f),
            new Kind("uniform of 23 bits", (r, i, n) -> Float.intBitsToFloat(0x3f80_0000 | r.nextInt() >>> 9) - 1f),
            new Kind("uniform of 16 bits", (r, i, n) -> (r.nextInt() >>> 16) / 65_536f),
            new Kind("from float16", (r, i, n) -> Float.float16ToFloat(Float.floatToFloat16(gauss(r, 0.02)))),
            new Kind(
                    "from float16 with tiny ones",
                    (r, i, n) -> Float.float16ToFloat(Float.floatToFloat16(gauss(r, 2e-5)))),
            new Kind(
                    "from bfloat16",
                    (r, i, n) -> Float.intBitsToFloat(Float.floatToRawIntBits(gauss(r, 0.02)) & 0xffff_0000)),
            new Kind(
                    "from bfloat16, norms trained in float32",
                    (r, i, n) -> i < n / 8
                            ? gauss(r, 0.02)
                            : Float.intBitsToFloat(Float.floatToRawIntBits(gauss(r, 0.02)) & 0xffff_0000)),
            new Kind(
                    "from tf32",
                    (r, i, n) -> Float.intBitsToFloat(Float.floatToRawIntBits(gauss(r, 0.02)) & 0xffff_e000)),
            new Kind("from int8 by rows", (r, i, n) -> Math.round(gauss(r, 40)) * scale(i / 64)),
            new Kind("from int8", (r, i, n) -> Math.round(gauss(r, 40)) * 0.0011f),
            new Kind("from int4 by blocks", (r, i, n) -> (r.nextInt(16) - 8) * scale(i / 32)),
            new Kind(
                    "from int4 by half blocks",
                    (r, i, n) -> (r.nextInt(16) - 8) * Float.float16ToFloat(Float.floatToFloat16(scale(i / 32)))),
            new Kind("powers of two", (r, i, n) -> Math.scalb(1f, r.nextInt(8) - 8)),
            new Kind("zeros", (r, i, n) -> 0),
            new Kind("ones", (r, i, n) -> 1),
            new Kind("near ones", (r, i, n) -> 1 + gauss(r, 1e-4)),
            new Kind("near ones after one step", (r, i, n) -> 1f - 1e-3f * Math.signum(gauss(r, 1))),
            new Kind("near ones after few steps", (r, i, n) -> 1f - 1e-4f * (r.nextInt(9) - 4)),
            new Kind("embedding with padding", (r, i, n) -> i / 64 % 100 == 0 ? 0 : gauss(r, 1)),
            new Kind("embedding with unused rows", (r, i, n) -> i > n - n / 5 ? 0.000123f : gauss(r, 1)),
            new Kind("half zero", (r, i, n) -> r.nextBoolean() ? 0 : gauss(r, 0.02)),
            new Kind("pruned", (r, i, n) -> r.nextInt(10) > 0 ? 0 : gauss(r, 0.02)),
            new Kind("pruned rows", (r, i, n) -> scale(i / 4096) < 0.004 ? 0 : gauss(r, 0.02)),
            new Kind("positions", (r, i, n) -> (float) Math.sin(i / 64 / Math.pow(10_000, i % 64 / 64.0))),
            new Kind("counts", (r, i, n) -> r.nextInt(1000)),
            new Kind("large counts", (r, i, n) -> 1_000_000 + r.nextInt(100_000)),
            new Kind("ramp", (r, i, n) -> i),
            new Kind("fine ramp", (r, i, n) -> i * 0.001f),
            new Kind("half ramp", (r, i, n) -> i / 2f),
            new Kind("variance", (r, i, n) -> gauss(r, 0.1) * gauss(r, 0.1)),
            new Kind("images of bytes", (r, i, n) -> r.nextInt(256) / 255f),
            new Kind("images with mean and deviation", (r, i, n) -> (r.nextInt(256) / 255f - 0.485f) / 0.229f),
            new Kind("decimals", (r, i, n) -> Math.round(gauss(r, 1000)) / 1000f),
            new Kind("few decimals", (r, i, n) -> Math.round(gauss(r, 10)) / 10f),
            new Kind("one-hot", (r, i, n) -> i % 100 == 0 ? 1 : 0),
            new Kind("sums of a grid", (r, i, n) -> (r.nextInt() >>> 8) * 0x1p-24f + (r.nextInt() >>> 8) * 0x1p-24f),
            new Kind("cents", (r, i, n) -> r.nextInt(1_000_000) / 100f),
            new Kind("stochastic rounding", (r, i, n) -> Math.round(gauss(r, 1e6)) * 0x1p-20f));

    private static float gauss(RandomGenerator random, double deviation) {
        return (float) (random.nextGaussian() * deviation);
    }

    private static float scale(int block) {
        return (float) (0.003 + 0.002 * Math.abs(Math.sin(block * 12.9898)));
    }

    private static double truncated(RandomGenerator random) {
        double value = random.nextGaussian();
        while (Math.abs(value) > 2) {
            value = random.nextGaussian();
        }
        return value;
    }

    @Test
    void two_thousand_tensors_of_honest_makers_hide_nothing() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        int[] sizes = {300, 4_096, 70_000, 131_072};
        ElementType[] types = {
            ElementType.F32, ElementType.F32, ElementType.F64, ElementType.F16, ElementType.F32_BIG_ENDIAN
        };
        List<String> suspects = new ArrayList<>();
        for (int round = 0; round < 2_000; round++) {
            Kind kind = KINDS.get(round % KINDS.size());
            int n = sizes[random.nextInt(sizes.length)];
            ElementType type = types[random.nextInt(types.length)];
            LowBits seen = Tensors.statistics(tensor(kind, type, random, n)).lowBits();
            if (seen.suspect()) {
                suspects.add(
                        "seed %d round %d: %s %s of %d looks %s".formatted(SEED, round, type, kind.name(), n, seen));
            }
        }
        assertThat(suspects).isEmpty();
    }

    private static Tensor tensor(Kind kind, ElementType type, RandomGenerator random, int n) {
        var bytes = ByteBuffer.allocate(n * type.bits() / 8)
                .order(type.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < n; i++) {
            double value = kind.weights().at(random, i, n);
            switch (type.bits()) {
                case 64 -> bytes.putDouble(value);
                case 32 -> bytes.putFloat((float) value);
                default -> bytes.putShort(Float.floatToFloat16((float) value));
            }
        }
        return Tensors.of(kind.name(), type, bytes.array(), n);
    }
}
