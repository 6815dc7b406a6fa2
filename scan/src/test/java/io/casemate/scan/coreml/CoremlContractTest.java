package io.casemate.scan.coreml;

import static io.casemate.scan.protobuf.ProtoWriter.proto;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class CoremlContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new CoremlScanner();
    }

    @Override
    protected byte[] benign() {
        return CoremlScannerTest.model(
                        500, CoremlScannerTest.network(proto().text(1, "conv").message(100, proto())))
                .toBytes();
    }

    @Override
    protected byte[] hostile() {
        return CoremlScannerTest.model(555, proto().text(1, "Evil")).toBytes();
    }

    /** So few bytes are nothing. */
    @Override
    protected boolean isWhole(int length) {
        return length < 4;
    }
}
