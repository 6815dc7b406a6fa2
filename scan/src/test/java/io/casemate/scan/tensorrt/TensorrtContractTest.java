package io.casemate.scan.tensorrt;

import static io.casemate.scan.trial.Bytes.bytes;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.rule.Verdict;
import io.casemate.scan.spi.FormatScanner;

class TensorrtContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new TensorrtScanner();
    }

    @Override
    protected byte[] benign() {
        return bytes().text("ftrt").zeros(20).u8(10).u8(3).u8(0).zeros(40).toBytes();
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

    /** The beginning of the magic number alone is a text. */
    @Override
    protected boolean isWhole(int length) {
        return length < 4;
    }
}
