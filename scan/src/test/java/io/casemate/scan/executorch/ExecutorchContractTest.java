package io.casemate.scan.executorch;

import static io.casemate.scan.executorch.PteFile.pte;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class ExecutorchContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new ExecutorchScanner();
    }

    @Override
    protected byte[] benign() {
        return pte().toBytes();
    }

    @Override
    protected byte[] hostile() {
        return pte().operator("evil::run").toBytes();
    }

    /** One byte can be a text. */
    @Override
    protected boolean isWhole(int length) {
        return length <= 1;
    }
}
