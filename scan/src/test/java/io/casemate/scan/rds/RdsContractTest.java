package io.casemate.scan.rds;

import static io.casemate.scan.rds.RdsFile.object;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class RdsContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new RdsScanner();
    }

    @Override
    protected byte[] benign() {
        return RdsScannerTest.honest().toBytes();
    }

    @Override
    protected byte[] hostile() {
        return object().promise()
                .global()
                .unbound()
                .call()
                .symbol("system")
                .pair()
                .symbol("x")
                .texts("id")
                .none()
                .toBytes();
    }

    /** So few bytes are nothing. */
    @Override
    protected boolean isWhole(int length) {
        return length < 4;
    }
}
