package io.casemate.scan.boosted;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class BoostedContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new BoostedScanner();
    }

    @Override
    protected byte[] benign() {
        return BoostedScannerTest.binary(0);
    }

    @Override
    protected byte[] hostile() {
        return BoostedScannerTest.binary(1);
    }

    /** The magic number alone is a text. */
    @Override
    protected boolean isWhole(int length) {
        return length <= 4;
    }
}
