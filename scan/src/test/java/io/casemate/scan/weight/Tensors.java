package io.casemate.scan.weight;

import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Tensor;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Tensors made for tests. */
final class Tensors {
    private Tensors() {}

    static float[] gaussian(long seed, int n, double deviation) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }

    static Tensor floats(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return of(name, ElementType.F32, bytes.array(), shape);
    }

    static Tensor of(String name, ElementType type, byte[] bytes, long... shape) {
        List<Long> dimensions = java.util.Arrays.stream(shape).boxed().toList();
        return new Tensor(name, type, dimensions, MemorySegment.ofArray(bytes).asReadOnly(), 0);
    }

    static TensorStatistics statistics(Tensor tensor) {
        return TensorPass.of(tensor, () -> {});
    }
}
