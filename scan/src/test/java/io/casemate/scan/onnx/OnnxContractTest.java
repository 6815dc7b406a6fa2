package io.casemate.scan.onnx;

import static io.casemate.scan.protobuf.ProtoWriter.proto;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class OnnxContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new OnnxScanner();
    }

    @Override
    protected byte[] benign() {
        return OnnxScannerTest.honest().toBytes();
    }

    @Override
    protected byte[] hostile() {
        return OnnxScannerTest.model(proto().message(5, OnnxScannerTest.outside("../weights.bin", "0", "16")))
                .toBytes();
    }

    /** Behind a whole field a message may end. */
    @Override
    protected boolean isWhole(int length) {
        return length < 4 || OnnxScannerTest.honest().ends().contains(length);
    }
}
