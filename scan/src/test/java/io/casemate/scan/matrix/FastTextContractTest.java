package io.casemate.scan.matrix;

import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.trial.Bytes;
import io.casemate.scan.trial.Trial;
import org.junit.jupiter.api.Test;

class FastTextContractTest extends FormatScannerContract {
    private static Bytes head() {
        return bytes().u32(793712314)
                .u32(12)
                .zeros(56)
                .u32(2)
                .u32(1)
                .u32(1)
                .zeros(8)
                .u32(1)
                .u32(0) // one pruned n-gram
                .text("word")
                .zeros(10)
                .text("__label__x")
                .zeros(9)
                .u8(1)
                .u32(7)
                .u32(0);
    }

    private static Bytes matrix(Bytes file, int rows, int columns) {
        return file.u8(0).u32(rows).u32(0).u32(columns).u32(0).zeros(4 * rows * columns);
    }

    @Override
    protected FormatScanner scanner() {
        return new FastTextScanner();
    }

    @Override
    protected byte[] benign() {
        return matrix(matrix(head(), 3, 2), 1, 2).toBytes();
    }

    @Override
    protected byte[] hostile() {
        return bytes().raw(benign()).raw(Machine.elf()).toBytes();
    }

    @Test
    void matrices_are_tensors_plain_and_quantised() {
        Trial plain = Trial.of(new FastTextScanner(), benign());
        assertThat(plain.tensors).extracting(tensor -> tensor.name()).containsExactly("input", "output");
        Bytes codes = head().u8(1).u8(1).u32(3).u32(0).u32(2).u32(0).u32(6).zeros(6);
        Bytes centroids = codes.u32(2).u32(1).u32(2).u32(2).zeros(4 * 256 * 2);
        Bytes norms = centroids.zeros(3).u32(1).u32(1).u32(1).u32(1).zeros(4 * 256);
        byte[] file = matrix(norms, 1, 2).toBytes();
        Trial trial = Trial.of(new FastTextScanner(), file);
        assertThat(trial.tensors)
                .extracting(tensor -> tensor.name())
                .containsExactly(
                        "input.codes", "input.centroids", "input.norms.codes", "input.norms.centroids", "output");
        assertThat(trial.coveredAll(file.length)).isTrue();
    }
}
