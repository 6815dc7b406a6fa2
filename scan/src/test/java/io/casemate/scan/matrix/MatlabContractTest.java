package io.casemate.scan.matrix;

import static io.casemate.scan.trial.Bytes.bytes;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.spi.FormatScanner;

class MatlabContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new MatlabScanner();
    }

    @Override
    protected byte[] benign() {
        return MatrixScannersTest.mat(MatrixScannersTest.matrix(6));
    }

    @Override
    protected byte[] hostile() {
        return bytes().raw(benign()).raw(Machine.elf()).toBytes();
    }

    /** The words in front alone are a text; a file may hold no variables. */
    @Override
    protected boolean isWhole(int length) {
        return length <= 31 || length == 128;
    }
}
