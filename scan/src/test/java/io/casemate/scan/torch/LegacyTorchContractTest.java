package io.casemate.scan.torch;

import static io.casemate.scan.pickle.PickleBuilder.pickle;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class LegacyTorchContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new LegacyTorchScanner();
    }

    @Override
    protected byte[] benign() {
        return LegacyTorchScannerTest.checkpoint(LegacyTorchScannerTest.magic(), 3, 2);
    }

    @Override
    protected byte[] hostile() {
        return pickle().raw(LegacyTorchScannerTest.magic())
                .raw(pickle(2)
                        .global("os", "system")
                        .text("id")
                        .tuple1()
                        .reduce()
                        .stop())
                .bytes();
    }

    /** The magic number alone is a pickle. */
    @Override
    protected boolean isWhole(int length) {
        return length == 0 || length == LegacyTorchScannerTest.magic().length;
    }
}
