package io.casemate.scan.tflite;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class TfliteContractTest extends FormatScannerContract {
    private static final byte[] NUMBERS = {0, 0, (byte) 128, 63, 0, 0, 0, 64};

    @Override
    protected FormatScanner scanner() {
        return new TfliteScanner();
    }

    @Override
    protected byte[] benign() {
        return TfliteWriter.model("", NUMBERS);
    }

    @Override
    protected byte[] hostile() {
        return TfliteWriter.model("FlexWriteFile", NUMBERS);
    }
}
