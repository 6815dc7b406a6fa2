package io.casemate.scan.pickle;

import static io.casemate.scan.pickle.PickleBuilder.pickle;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class PickleContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new PickleScanner();
    }

    @Override
    protected byte[] benign() {
        return pickle(4).emptyDict().text("weights").emptyList().setitem().stop();
    }

    @Override
    protected byte[] hostile() {
        return pickle(2).global("os", "system").text("id").tuple1().reduce().stop();
    }
}
