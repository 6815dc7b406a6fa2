package io.casemate.scan.tensorflow;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.spi.FormatScanner;

class CheckpointIndexContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new CheckpointIndexScanner();
    }

    @Override
    protected byte[] benign() {
        return CheckpointTest.index();
    }

    @Override
    protected byte[] hostile() {
        return CheckpointTest.index(Machine.elf());
    }

    /** So few bytes are nothing. */
    @Override
    protected boolean isWhole(int length) {
        return length < 4;
    }
}
