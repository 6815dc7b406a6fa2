package io.casemate.scan.opaque;

import static io.casemate.scan.trial.Bytes.bytes;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.rule.Verdict;
import io.casemate.scan.spi.FormatScanner;

class OpaqueContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new OpaqueScanner();
    }

    @Override
    protected byte[] benign() {
        return bytes().text("\u0001HEF").zeros(40).toBytes();
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
}
