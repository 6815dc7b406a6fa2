package io.casemate.scan.paddle;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.pickle.PickleBuilder;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Bytes;
import io.casemate.scan.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaddleParametersScannerTest extends FormatScannerContract {
    private static final int FIRST_ENDS = 20 + 6 + 24;

    @Override
    protected FormatScanner scanner() {
        return new PaddleParametersScanner();
    }

    @Override
    protected byte[] benign() {
        return new ParametersFile()
                .add(ParametersFile.FLOAT, new byte[24], 2, 3)
                .add(ParametersFile.FLOAT, new byte[8], 2)
                .toBytes();
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

    @Override
    protected boolean isWhole(int length) {
        return length == 0 || length == FIRST_ENDS;
    }

    @Test
    void tensors_have_their_types_and_shapes() {
        Trial trial = Trial.of(new PaddleParametersScanner(), benign());
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.tensors).hasSize(2);
        assertThat(trial.tensors.getFirst().type()).isEqualTo(ElementType.F32);
        assertThat(trial.tensors.getFirst().shape()).isEqualTo(List.of(2L, 3L));
        assertThat(trial.tensors.getFirst().offset()).isEqualTo(FIRST_ENDS - 24);
        assertThat(trial.coveredAll(benign().length)).isTrue();
    }

    @Test
    void complex_numbers_are_pairs() {
        byte[] file = new ParametersFile().add(23, new byte[16], 2).toBytes();
        assertThat(Trial.of(new PaddleParametersScanner(), file)
                        .tensors
                        .getFirst()
                        .shape())
                .isEqualTo(List.of(2L, 2L));
    }

    @Test
    void numbers_that_are_not_there_are_no_parameters() {
        for (long[] shape : new long[][] {{Long.MAX_VALUE}, {-1}, {1L << 40, 1L << 40}, {3, 3}}) {
            byte[] file = new ParametersFile()
                    .add(ParametersFile.FLOAT, new byte[24], shape)
                    .toBytes();
            assertThat(recognised(file)).isEqualTo(Recognition.NO);
        }
        assertThat(recognised(new byte[100])).isEqualTo(Recognition.NO);
    }

    @Test
    void second_tensor_that_is_broken_is_a_gap() {
        byte[] file = new ParametersFile()
                .add(ParametersFile.FLOAT, new byte[24], 2, 3)
                .add(17, new byte[8], 2)
                .toBytes();
        assertThat(Trial.of(new PaddleParametersScanner(), file).gaps).isNotEmpty();
    }

    private static Recognition recognised(byte[] file) {
        try {
            return new PaddleParametersScanner().recognises(Content.of("x", file));
        } catch (IndexOutOfBoundsException outside) {
            return Recognition.NO; // as the engine has it
        }
    }
}
