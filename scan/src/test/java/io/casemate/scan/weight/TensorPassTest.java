package io.casemate.scan.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Tensor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TensorPassTest {
    private static final long SEED = 20260306L;

    /** One number, decoded bit by bit as the formats are defined. */
    private static double decode(ElementType type, byte[] bytes, int index) {
        int size = type.bits() / 8;
        BigInteger bits = BigInteger.ZERO;
        for (int i = 0; i < size; i++) {
            int at = index * size + (type.bigEndian() ? i : size - 1 - i);
            bits = bits.shiftLeft(8).or(BigInteger.valueOf(bytes[at] & 0xff));
        }
        return switch (type) {
            case F64, F64_BIG_ENDIAN -> real(bits.longValue(), 11, 52);
            case F32, F32_BIG_ENDIAN -> real(bits.longValue(), 8, 23);
            case F16, F16_BIG_ENDIAN -> real(bits.longValue(), 5, 10);
            case BF16 -> real(bits.longValue(), 8, 7);
            case I64, I64_BIG_ENDIAN -> bits.longValue();
            case I32, I32_BIG_ENDIAN -> bits.intValue();
            case I16, I16_BIG_ENDIAN -> bits.shortValue();
            case I8 -> bits.byteValue();
            case U64, U32, U16, U8, BOOL, F8, PACKED -> bits.doubleValue();
        };
    }

    private static double real(long bits, int exponentBits, int mantissaBits) {
        long mantissa = bits & ((1L << mantissaBits) - 1);
        int exponent = (int) (bits >>> mantissaBits & ((1L << exponentBits) - 1));
        int bias = (1 << (exponentBits - 1)) - 1;
        double sign = (bits >>> (exponentBits + mantissaBits) & 1) == 0 ? 1 : -1;
        if (exponent == (1 << exponentBits) - 1) {
            return mantissa == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
        }
        double fraction = mantissa * Math.pow(2, -mantissaBits) + (exponent == 0 ? 0 : 1);
        return sign * fraction * Math.pow(2, Math.max(1, exponent) - (double) bias);
    }

    @Test
    void every_type_is_measured_as_one_number_after_the_other_would_be() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (ElementType type : ElementType.values()) {
            byte[] bytes = new byte[9_001 * type.bits() / 8];
            random.nextBytes(bytes);
            bytes[3 * type.bits() / 8] = 0;
            TensorStatistics fast = Tensors.statistics(Tensors.of("x", type, bytes, 9_001));
            long notANumber = 0;
            long infinite = 0;
            long zeros = 0;
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < 9_001; i++) {
                double value = decode(type, bytes, i);
                notANumber += Double.isNaN(value) ? 1 : 0;
                infinite += Double.isInfinite(value) ? 1 : 0;
                zeros += value == 0 ? 1 : 0;
                if (Double.isFinite(value)) {
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                }
            }
            assertThat(fast.elements()).as("%s", type).isEqualTo(9_001);
            assertThat(fast.zeros()).as("%s seed %d", type, SEED).isEqualTo(zeros);
            assertThat(fast.notANumber()).as("%s seed %d", type, SEED).isEqualTo(notANumber);
            assertThat(fast.infinite()).as("%s seed %d", type, SEED).isEqualTo(infinite);
            if (Numbers.decodes(type)) {
                assertThat(fast.moments().min()).as("%s seed %d", type, SEED).isEqualTo(min, within(Math.ulp(min)));
                assertThat(fast.moments().max()).as("%s seed %d", type, SEED).isEqualTo(max, within(Math.ulp(max)));
            }
        }
    }

    /** Numbers far from 0, with NaN, infinity and zeros among them; the oracle adds them as exact decimals. */
    @ParameterizedTest
    @EnumSource(names = {"F64", "F32", "F16", "BF16", "I8", "U8", "I32", "F32_BIG_ENDIAN"})
    void moments_are_those_of_exact_sums(ElementType type) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        int n = 20_011;
        var bytes = ByteBuffer.allocate(n * type.bits() / 8)
                .order(type.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        boolean floats = Numbers.floating(type);
        for (int i = 0; i < n; i++) {
            double drawn = i % 97 == 0 ? 0 : 50 + 9 * random.nextGaussian() * random.nextGaussian();
            double value = floats && i % 1_009 == 5 ? Double.NaN : floats && i % 2_003 == 7 ? -1 / 0.0 : drawn;
            switch (type) {
                case F64 -> bytes.putDouble(value);
                case F32, F32_BIG_ENDIAN -> bytes.putFloat((float) value);
                case F16 -> bytes.putShort(Float.floatToFloat16((float) value));
                case BF16 -> bytes.putShort((short) (Float.floatToRawIntBits((float) value) >>> 16));
                case I32 -> bytes.putInt((int) value);
                default -> bytes.put((byte) value);
            }
        }
        List<BigDecimal> finite = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double value = decode(type, bytes.array(), i);
            if (Double.isFinite(value)) {
                finite.add(new BigDecimal(value));
            }
        }
        BigDecimal count = BigDecimal.valueOf(finite.size());
        BigDecimal mean =
                finite.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(count, MathContext.DECIMAL128);
        BigDecimal m2 = BigDecimal.ZERO;
        BigDecimal m4 = BigDecimal.ZERO;
        for (BigDecimal value : finite) {
            BigDecimal square = value.subtract(mean).pow(2, MathContext.DECIMAL128);
            m2 = m2.add(square);
            m4 = m4.add(square.pow(2, MathContext.DECIMAL128));
        }
        double kurtosis =
                count.multiply(m4).divide(m2.pow(2), MathContext.DECIMAL128).doubleValue() - 3;
        double deviation = Math.sqrt(m2.divide(count, MathContext.DECIMAL128).doubleValue());
        TensorStatistics fast = Tensors.statistics(Tensors.of("x", type, bytes.array(), n));
        assertThat(fast.moments().count()).isEqualTo(finite.size());
        assertThat(fast.notANumber() + fast.infinite()).isEqualTo(n - finite.size());
        assertThat(fast.moments().mean()).as("seed %d", SEED).isCloseTo(mean.doubleValue(), withinPercentage(1e-9));
        assertThat(fast.moments().standardDeviation()).as("seed %d", SEED).isCloseTo(deviation, withinPercentage(1e-8));
        assertThat(fast.moments().kurtosis()).as("seed %d", SEED).isCloseTo(kurtosis, within(1e-7));
        assertThat(fast.zeroShare()).isCloseTo((double) fast.zeros() / n, within(1e-15));
    }

    @Test
    void the_entropy_of_bytes_is_that_of_the_definition() {
        byte[] bytes = new byte[100_003];
        RandomGeneratorFactory.of("L64X128MixRandom").create(SEED).nextBytes(bytes);
        for (int i = 0; i < 50_000; i++) {
            bytes[i] = (byte) (i % 4);
        }
        double[] shares = new double[256];
        for (byte b : bytes) {
            shares[b & 0xff] += 1.0 / bytes.length;
        }
        double entropy = 0;
        for (double share : shares) {
            entropy -= share * Math.log(share) / Math.log(2);
        }
        assertThat(Tensors.statistics(Tensors.of("x", ElementType.PACKED, bytes, bytes.length))
                        .byteEntropy())
                .isCloseTo(entropy, within(1e-9));
    }

    @Test
    void steps_of_any_size_see_the_same() {
        Tensor tensor = Tensors.floats("x", Tensors.gaussian(SEED, 30_000, 0.02), 30, 1000);
        TensorStatistics whole = Tensors.statistics(tensor);
        for (long step : new long[] {1, 4096, 20_000, 1 << 20}) {
            var pass = new TensorPass(tensor);
            long read = 0;
            for (long n = pass.advance(step); n > 0; n = pass.advance(step)) {
                read += n;
            }
            assertThat(read).isEqualTo(120_000);
            assertThat(pass.result()).as("step %d", step).isEqualTo(whole);
        }
    }

    @Test
    void a_row_far_longer_than_the_others_is_an_outlier_whatever_the_length_of_rows() {
        for (int length : new int[] {8, 100, 4096, 5000, 9000}) {
            float[] values = Tensors.gaussian(SEED, 40 * length, 0.02);
            for (int i = 7 * length; i < 8 * length; i++) {
                values[i] *= 40;
            }
            Rows rows =
                    Tensors.statistics(Tensors.floats("x", values, 40, length)).rows();
            assertThat(rows.count()).as("length %d", length).isEqualTo(40);
            assertThat(rows.outliers()).as("length %d", length).singleElement().matches(outlier -> outlier.row() == 7);
        }
        assertThat(Tensors.statistics(Tensors.floats("x", Tensors.gaussian(SEED, 40_000, 1), 40, 1000))
                        .rows()
                        .outliers())
                .isEmpty();
    }

    @Test
    void shapes_that_lie_are_survived() {
        for (long[] shape : new long[][] {{-1, 8}, {Long.MAX_VALUE, 2}, {17, 3}, {0, 0}, {1L << 33, 1}}) {
            assertThat(Tensors.statistics(Tensors.floats("x", new float[1000], shape))
                            .elements())
                    .isEqualTo(1000);
        }
        assertThat(Tensors.statistics(Tensors.of("x", ElementType.F32, new byte[7], 2))
                        .elements())
                .isEqualTo(1);
    }
}
