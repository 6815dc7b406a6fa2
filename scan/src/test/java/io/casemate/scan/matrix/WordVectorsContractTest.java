package io.casemate.scan.matrix;

import static io.casemate.scan.trial.Bytes.bytes;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.spi.FormatScanner;

class WordVectorsContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new WordVectorsScanner();
    }

    @Override
    protected byte[] benign() {
        return MatrixScannersTest.vectors();
    }

    @Override
    protected byte[] hostile() {
        return bytes().raw(benign()).raw(Machine.elf()).toBytes();
    }

    /** The numbers in front alone are a text. */
    @Override
    protected boolean isWhole(int length) {
        return length <= 6;
    }
}
