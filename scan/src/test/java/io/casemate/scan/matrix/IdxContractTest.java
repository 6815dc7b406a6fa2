package io.casemate.scan.matrix;

import static io.casemate.scan.trial.Bytes.bytes;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.spi.FormatScanner;

class IdxContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new IdxScanner();
    }

    @Override
    protected byte[] benign() {
        return MatrixScannersTest.idx();
    }

    @Override
    protected byte[] hostile() {
        return bytes().raw(benign()).raw(Machine.elf()).toBytes();
    }

    /** So few bytes are nothing. */
    @Override
    protected boolean isWhole(int length) {
        return length < 4;
    }
}
