package io.casemate.scan.safetensors;

import static io.casemate.scan.safetensors.SafetensorsFile.file;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class SafetensorsContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new SafetensorsScanner();
    }

    @Override
    protected byte[] benign() {
        return file().metadata("format", "pt")
                .tensor("a", "F32", "[2,3]", 0, 24)
                .with(24);
    }

    @Override
    protected byte[] hostile() {
        return file().tensor("a", "F32", "[1]", 0, 4)
                .tensor("a", "F32", "[1]", 0, 4)
                .with(4);
    }

    /** So few bytes are nothing. */
    @Override
    protected boolean isWhole(int length) {
        return length < 2;
    }
}
