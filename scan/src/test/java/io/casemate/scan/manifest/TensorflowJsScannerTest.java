package io.casemate.scan.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TensorflowJsScannerTest extends FormatScannerContract {
    private static final String BENIGN = """
            {"format": "graph-model", "modelTopology": {"node": [{"name": "x", "op": "MatMul"}]}, "weightsManifest": [{"paths": ["group1-shard1of1.bin"], "weights": [{"name": "w", "shape": [2], "dtype": "float32"}]}]}
            """;

    private static Trial read(String json) {
        return Trial.of(new TensorflowJsScanner(), json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected FormatScanner scanner() {
        return new TensorflowJsScanner();
    }

    @Override
    protected byte[] benign() {
        return BENIGN.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] hostile() {
        return BENIGN.replace("group1-", "http://host/group1-").getBytes(StandardCharsets.UTF_8);
    }

    /** A text that is cut is text: the scanner of plain text takes it where too little is left to know it by. */
    @Override
    protected boolean isWhole(int length) {
        return true;
    }

    @Test
    void honest_one_is_silent_and_wholly_read() {
        Trial trial = read(BENIGN);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(BENIGN.length())).isTrue();
    }

    @Test
    void one_that_is_cut_is_a_gap() {
        assertThat(read(BENIGN.strip().substring(0, BENIGN.length() - 5)).gaps).isNotEmpty();
    }

    @Test
    void hostile_one_is_told() {
        assertThat(read(BENIGN.replace("group1-", "http://host/group1-")).rules())
                .containsExactly("tensorflow-js/escaping-path");
    }

    @Test
    void operations_are_judged() {
        assertThat(read(BENIGN.replace("MatMul", "WriteFile")).rules()).containsExactly("tensorflow-js/file-operation");
        assertThat(read(BENIGN.replace("MatMul", "Mine")).rules()).containsExactly("tensorflow-js/unknown-operation");
    }
}
