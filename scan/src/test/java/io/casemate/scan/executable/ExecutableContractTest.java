package io.casemate.scan.executable;

import static io.casemate.scan.trial.Bytes.bytes;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.rule.Verdict;
import io.casemate.scan.spi.FormatScanner;

class ExecutableContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new ExecutableScanner();
    }

    @Override
    protected byte[] benign() {
        return Machine.elf();
    }

    @Override
    protected byte[] hostile() {
        return bytes().raw(benign()).text("UPX!").toBytes();
    }

    @Override
    protected String name() {
        return "library.so";
    }

    /** A program is never known to be safe. */
    @Override
    protected Verdict verdictOfBenign() {
        return Verdict.UNKNOWN;
    }

    /** So few bytes are nothing. */
    @Override
    protected boolean isWhole(int length) {
        return length < 8;
    }
}
