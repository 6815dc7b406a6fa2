package io.casemate.scan.opaque;

import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.rule.Verdict;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.trial.Trial;
import org.junit.jupiter.api.Test;

class RknnContractTest extends FormatScannerContract {
    private static final String DESCRIPTION = "{\"version\":\"1.6.0\",\"target_platform\":[\"rk3588\"]}";

    @Override
    protected FormatScanner scanner() {
        return new RknnScanner();
    }

    @Override
    protected byte[] benign() {
        return bytes().text("RKNN")
                .u32(0)
                .u64(2)
                .u64(8)
                .zeros(40)
                .zeros(8)
                .u64(DESCRIPTION.length())
                .text(DESCRIPTION)
                .toBytes();
    }

    @Override
    protected byte[] hostile() {
        return bytes().raw(benign()).raw(Machine.elf()).toBytes();
    }

    /** What nobody reads is never known to be safe. */
    @Override
    protected Verdict verdictOfBenign() {
        return Verdict.UNKNOWN;
    }

    /** The magic number alone is a text. */
    @Override
    protected boolean isWhole(int length) {
        return length <= 4;
    }

    @Test
    void what_the_head_says_is_told() {
        Trial trial = Trial.of(scanner(), benign());
        assertThat(trial.rules()).containsExactly("rknn/compiled");
        assertThat(trial.facts)
                .containsEntry("format version", "2")
                .containsEntry("toolkit", "1.6.0")
                .containsEntry("platform", "rk3588");
    }
}
