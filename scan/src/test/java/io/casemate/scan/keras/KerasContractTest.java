package io.casemate.scan.keras;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import java.nio.charset.StandardCharsets;

class KerasContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new KerasConfigScanner();
    }

    @Override
    protected byte[] benign() {
        return KerasConfigScannerTest.model(KerasConfigScannerTest.object("keras.layers", "Dense", "{\"units\": 3}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] hostile() {
        return KerasConfigScannerTest.model(KerasConfigScannerTest.oldLambda()).getBytes(StandardCharsets.UTF_8);
    }

    /** Until it names a class and a configuration, it is any text. */
    @Override
    protected boolean isWhole(int length) {
        return length < 45;
    }
}
