package io.casemate.scan.coreml;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.pickle.PickleBuilder;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.trial.Bytes;
import io.casemate.scan.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoremlWeightsScannerTest extends FormatScannerContract {
    private static final int SENTINEL = 0xdeadbeef;
    private static final int FLOAT16 = 1;
    private static final int FLOAT32 = 2;

    private static Bytes head(int count) {
        return Bytes.bytes().u32(count).u32(2).zeros(56);
    }

    private static Bytes block(Bytes file, int type, long bytes, long data) {
        return file.u32(SENTINEL).u32(type).u64(bytes).u64(data).zeros(40);
    }

    @Override
    protected FormatScanner scanner() {
        return new CoremlWeightsScanner();
    }

    @Override
    protected byte[] benign() {
        Bytes file = block(head(2), FLOAT16, 10, 128).zeros(10).align(64);
        return block(file, FLOAT32, 16, 256).zeros(16).toBytes();
    }

    @Override
    protected byte[] hostile() {
        byte[] pickle = PickleBuilder.pickle(2)
                .global("os", "system")
                .text("id")
                .tuple1()
                .reduce()
                .stop();
        return Bytes.bytes().raw(benign()).raw(pickle).toBytes();
    }

    @Test
    void blocks_are_tensors() {
        Trial trial = Trial.of(new CoremlWeightsScanner(), benign());
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.tensors).extracting(tensor -> tensor.type()).containsExactly(ElementType.F16, ElementType.F32);
        assertThat(trial.tensors).extracting(tensor -> tensor.shape()).containsExactly(List.of(5L), List.of(4L));
        assertThat(trial.coveredAll(benign().length)).isTrue();
    }

    @Test
    void blocks_that_lie_elsewhere_are_gaps() {
        for (long[] place : new long[][] {{16, 64}, {-1, 128}, {1L << 62, 128}, {16, -1}, {17, 128}}) {
            byte[] file = block(head(1), FLOAT32, place[0], place[1]).zeros(16).toBytes();
            Trial trial = Trial.of(new CoremlWeightsScanner(), file);
            assertThat(trial.gaps).as("%d bytes at %d", place[0], place[1]).isNotEmpty();
        }
    }

    @Test
    void padding_that_holds_something_is_not_taken_as_read() {
        byte[] file = benign();
        file[140] = 1;
        assertThat(Trial.of(new CoremlWeightsScanner(), file).coveredAll(file.length))
                .isFalse();
    }

    @Test
    void numbers_of_less_than_a_byte_are_bytes() {
        byte[] file = block(head(1), 8, 7, 128).zeros(7).toBytes();
        assertThat(Trial.of(new CoremlWeightsScanner(), file).tensors.getFirst().type())
                .isEqualTo(ElementType.PACKED);
    }
}
