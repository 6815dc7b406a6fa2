package io.casemate.scan.gguf;

import static io.casemate.scan.gguf.GgufFile.file;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class GgufContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new GgufScanner();
    }

    @Override
    protected byte[] benign() {
        return file().text("general.architecture", "llama")
                .tensor("a.weight", 0, 0, 3, 2)
                .with(24);
    }

    @Override
    protected byte[] hostile() {
        return file().text("general.name", "a")
                .text("general.name", "b")
                .tensor("a.weight", 0, 0, 3, 2)
                .with(24);
    }

    /** The magic number alone is a text. */
    @Override
    protected boolean isWhole(int length) {
        return length <= 4;
    }
}
