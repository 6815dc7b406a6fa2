package io.casemate.scan.gguf;

import static io.casemate.scan.gguf.OldGgmlFile.F32;
import static io.casemate.scan.gguf.OldGgmlFile.ggjt;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class OldGgmlContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new GgufScanner();
    }

    @Override
    protected byte[] benign() {
        return ggjt(3, "<s>", "a", "b").tensor("norm.weight", F32, 64, 16).toBytes();
    }

    @Override
    protected byte[] hostile() {
        return ggjt(3, "<s>", "a", "b")
                .tensor("norm.weight", F32, 64, 1 << 30, 1 << 30)
                .toBytes();
    }

    /** The magic number alone is a text. */
    @Override
    protected boolean isWhole(int length) {
        return length <= 4;
    }
}
