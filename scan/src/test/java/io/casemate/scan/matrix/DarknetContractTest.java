package io.casemate.scan.matrix;

import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Bytes;
import io.casemate.scan.trial.Trial;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class DarknetContractTest extends FormatScannerContract {
    private static final int FLOATS = 17;

    @Override
    protected FormatScanner scanner() {
        return new DarknetScanner();
    }

    private static Bytes head(int minor) {
        Bytes head = bytes().u32(0).u32(minor).u32(0);
        return minor < 2 ? head.u32(32_000) : head.u64(32_000);
    }

    private static Bytes floats(Bytes file, int count) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20260101L);
        for (int i = 0; i < count; i++) {
            file.u32(Float.floatToIntBits((float) random.nextGaussian()));
        }
        return file;
    }

    @Override
    protected byte[] benign() {
        return floats(head(2), FLOATS).toBytes();
    }

    @Override
    protected byte[] hostile() {
        return floats(floats(head(2), 200).raw(Machine.elf()), FLOATS).toBytes();
    }

    /** Nothing says how many floats there are. */
    @Override
    protected boolean isWhole(int length) {
        return length == 0 || length == benign().length - 4;
    }

    @Test
    void weights_of_both_versions_are_one_tensor() {
        for (int minor : new int[] {1, 2}) {
            byte[] file = floats(head(minor), 40).toBytes();
            Trial trial = Trial.of(scanner(), file);
            assertThat(trial.tensors).hasSize(1);
            assertThat(trial.tensors.getFirst().elements()).isEqualTo(40);
            assertThat(trial.coveredAll(file.length)).isTrue();
        }
    }

    @Test
    void what_does_not_look_like_weights_is_left_to_others() {
        assertThat(Trial.of(scanner(), floats(head(2).u32(0x7fc0_0000), 40).toBytes()).rejected)
                .isTrue();
        assertThat(Trial.of(scanner(), floats(head(2).u32(1), 40).toBytes()).rejected)
                .isTrue();
        assertThat(Trial.of(scanner(), head(2).zeros(400).toBytes()).rejected).isTrue();
        byte[] odd = floats(head(2), 40).u8(1).toBytes();
        assertThat(scanner().recognises(Content.of("x", odd))).isEqualTo(Recognition.NO);
        byte[] other = floats(bytes().u32(0).u32(0).u32(0).u64(0), 40).toBytes();
        assertThat(scanner().recognises(Content.of("x", other))).isEqualTo(Recognition.NO);
    }
}
