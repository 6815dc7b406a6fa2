package io.casemate.scan.weight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntUnaryOperator;
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
    void bits_set_in_a_part_of_converted_weights_are_seen() {
        LowBits seen = lowBits((i, bits) -> i >= 9_000 && i < 12_000 ? bits : bits & 0xffff_0000);
        assertThat(seen.kind()).isEqualTo(LowBits.Kind.PARTLY_SET);
    }

    @Test
    void text_in_the_lowest_bit_alone_is_seen() {
        LowBits seen = lowBits((i, bits) -> bits & ~1 | letter(i / 8) >> (7 - i % 8) & 1);
        assertThat(seen.kind()).isEqualTo(LowBits.Kind.UNEVEN);
    }
}
