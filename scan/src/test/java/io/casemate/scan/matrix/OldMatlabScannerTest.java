package io.casemate.scan.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Bytes;
import io.casemate.scan.trial.Trial;
import org.junit.jupiter.api.Test;

class OldMatlabScannerTest extends FormatScannerContract {
    private static final int DOUBLES = 0;
    private static final int TEXT = 51;
    private static final int FIRST_ENDS = 20 + 2 + 48;

    private static Bytes head(int type, int rows, int columns, int imaginary, String name) {
        return Bytes.bytes()
                .u32(type)
                .u32(rows)
                .u32(columns)
                .u32(imaginary)
                .u32(name.length() + 1)
                .text(name)
                .u8(0);
    }

    private static Recognition recognised(Bytes file) {
        return new OldMatlabScanner().recognises(Content.of("x", file.toBytes()));
    }

    @Override
    protected FormatScanner scanner() {
        return new OldMatlabScanner();
    }

    @Override
    protected byte[] benign() {
        return Bytes.bytes()
                .raw(head(DOUBLES, 2, 3, 0, "w").zeros(48).toBytes())
                .raw(head(TEXT, 1, 5, 0, "note").text("hello").toBytes())
                .toBytes();
    }

    @Override
    protected byte[] hostile() {
        return Bytes.bytes().raw(benign()).raw(Machine.elf()).toBytes();
    }

    @Override
    protected boolean isWhole(int length) {
        return length == 0 || length == FIRST_ENDS;
    }

    @Test
    void matrices_are_tensors_and_texts_are_texts() {
        Trial trial = Trial.of(new OldMatlabScanner(), benign());
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(benign().length)).isTrue();
        assertThat(trial.tensors).singleElement().satisfies(tensor -> {
            assertThat(tensor.name()).isEqualTo("w");
            assertThat(tensor.type()).isEqualTo(ElementType.F64);
            assertThat(tensor.shape()).containsExactly(3L, 2L);
        });
    }

    @Test
    void files_of_machines_with_the_high_byte_first_are_read() {
        byte[] file = Bytes.bytes()
                .big(1_000, 4)
                .big(1, 4)
                .big(2, 4)
                .big(0, 4)
                .big(2, 4)
                .text("w")
                .u8(0)
                .zeros(16)
                .toBytes();
        Trial trial = Trial.of(new OldMatlabScanner(), file);
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.tensors.getFirst().type()).isEqualTo(ElementType.F64_BIG_ENDIAN);
    }

    @Test
    void imaginary_parts_count() {
        byte[] file = head(DOUBLES, 1, 2, 1, "z").zeros(32).toBytes();
        Trial trial = Trial.of(new OldMatlabScanner(), file);
        assertThat(trial.tensors.getFirst().shape()).containsExactly(2L, 2L, 1L);
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(file.length)).isTrue();
    }

    @Test
    void what_is_no_matrix_is_not_recognised() {
        assertThat(recognised(head(DOUBLES, 2, 3, 0, "w").zeros(48))).isEqualTo(Recognition.CERTAIN);
        assertThat(recognised(head(DOUBLES, 2, 3, 0, "w").zeros(47))).isEqualTo(Recognition.NO);
        assertThat(recognised(head(DOUBLES, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, "w")
                        .zeros(48)))
                .isEqualTo(Recognition.NO);
        assertThat(recognised(head(DOUBLES, 2, 3, 0, "1w").zeros(48))).isEqualTo(Recognition.NO);
        assertThat(recognised(head(60, 2, 3, 0, "w").zeros(48))).isEqualTo(Recognition.NO);
        assertThat(recognised(Bytes.bytes().zeros(100))).isEqualTo(Recognition.NO);
    }
}
