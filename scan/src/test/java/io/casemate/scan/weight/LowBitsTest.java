package io.casemate.scan.weight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntUnaryOperator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class LowBitsTest {
    private static final int N = 1 << 17;
    private static final String TEXT = "import os; print('a payload that hides in the lowest bits of weights'); ";

    /** The low bits of Gaussian weights whose bits were changed, place by place. */
    private static LowBits lowBits(Change change) {
        float[] values = Tensors.gaussian(20260307L, N, 0.02);
        for (int i = 0; i < N; i++) {
            values[i] = Float.intBitsToFloat(change.bits(i, Float.floatToRawIntBits(values[i])));
        }
        return Tensors.statistics(Tensors.floats("x", values, N)).lowBits();
    }

    private interface Change {
        int bits(int index, int bits);
    }

    private static int letter(int index) {
        return TEXT.charAt(index % TEXT.length());
    }

    @Test
    void what_training_and_conversion_leave_is_no_suspect() {
        assertThat(lowBits((i, bits) -> bits).kind()).isEqualTo(LowBits.Kind.ORDINARY);
        assertThat(lowBits((i, bits) -> bits & 0xffff_0000).kind()).isEqualTo(LowBits.Kind.ZERO);
        assertThat(lowBits((i, bits) -> bits & 0xffff_ffe0).kind()).isEqualTo(LowBits.Kind.FEW);
        IntUnaryOperator quantised =
                bits -> Float.floatToRawIntBits(Math.round(Float.intBitsToFloat(bits) * 900) * 0.0011f);
        assertThat(lowBits((i, bits) -> quantised.applyAsInt(bits)).suspect()).isFalse();
        assertThat(lowBits((i, bits) -> i % 3 == 0 ? 0 : bits).suspect()).isFalse();
        assertThat(lowBits((i, bits) -> Float.floatToRawIntBits(0.7f)).suspect())
                .isFalse();
    }

    @Test
    void text_in_the_lowest_byte_is_seen_even_in_a_part() {
        LowBits seen = lowBits((i, bits) -> i >= 40_000 && i < 60_000 ? bits & ~0xff | letter(i) : bits);
        assertThat(seen.kind()).isEqualTo(LowBits.Kind.TEXT);
        assertThat(seen.suspectElements()).isBetween(16_000L, 26_000L);
    }

    @Test
    void a_few_letters_again_and_again_are_no_text() {
        LowBits seen = lowBits((i, bits) -> bits & ~0xff | 0x60 | bits & 7);
        assertThat(seen.kind()).isEqualTo(LowBits.Kind.FEW);
        assertThat(seen.suspect()).isFalse();
    }

    @Test
    void bits_set_in_a_part_of_converted_weights_are_seen_where_it_ends_inside_a_row() {
        assertThat(partly(9_000, 12_300).kind()).isEqualTo(LowBits.Kind.PARTLY_SET);
        assertThat(partly(9_216, 12_300).kind()).isEqualTo(LowBits.Kind.PARTLY_SET);
        assertThat(partly(9_000, 12_288).kind()).isEqualTo(LowBits.Kind.PARTLY_SET);
        assertThat(partly(9_216, 12_288).suspect()).as("rows trained later").isFalse();
    }

    /** Weights of 512 rows, converted from bfloat16 but for some. */
    private static LowBits partly(int from, int to) {
        float[] values = Tensors.gaussian(20260307L, N, 0.02);
        for (int i = 0; i < N; i++) {
            if (i < from || i >= to) {
                values[i] = Float.intBitsToFloat(Float.floatToRawIntBits(values[i]) & 0xffff_0000);
            }
        }
        return Tensors.statistics(Tensors.floats("x", values, 512, 256)).lowBits();
    }

    @Test
    void encrypted_bytes_over_the_zeros_of_converted_weights_are_seen_from_64_kilobytes_on() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20260308L);
        byte[] payload = new byte[1 << 16];
        random.nextBytes(payload);
        for (int mask : new int[] {0xffff_0000, 0xffff_e000}) {
            for (int start : new int[] {0, 1_000, N - (1 << 16)}) {
                LowBits seen = lowBits((i, bits) -> {
                    boolean inside = i >= start && i < start + payload.length;
                    return bits & mask | (inside ? payload[i - start] & 0xff : 0);
                });
                assertThat(seen.kind()).as("mask %x from %d", mask, start).isEqualTo(LowBits.Kind.ISLAND);
                assertThat(seen.suspectElements()).isBetween(60_000L, 75_000L);
            }
        }
    }

    @Test
    void encrypted_nibbles_over_the_zeros_of_converted_weights_are_seen() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20260309L);
        assertThat(lowBits((i, bits) -> bits & 0xffff_e000 | random.nextInt(16)).kind())
                .isEqualTo(LowBits.Kind.ISLAND);
    }

    @Test
    void text_in_the_low_four_bits_is_seen() {
        LowBits seen = lowBits((i, bits) -> bits & ~15 | letter(i / 2) >> 4 * (i % 2) & 15);
        assertThat(seen.kind()).isEqualTo(LowBits.Kind.UNEVEN);
    }

    @Test
    void encrypted_bits_in_weights_of_full_width_cannot_be_seen() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20260310L);
        for (int mask : new int[] {0xff, 15, 1}) {
            assertThat(lowBits((i, bits) -> bits & ~mask | random.nextInt() & mask)
                            .suspect())
                    .as("mask %x", mask)
                    .isFalse();
        }
    }

    @Test
    void text_in_the_lowest_bit_alone_is_seen() {
        LowBits seen = lowBits((i, bits) -> bits & ~1 | letter(i / 8) >> (7 - i % 8) & 1);
        assertThat(seen.kind()).isEqualTo(LowBits.Kind.UNEVEN);
    }
}
