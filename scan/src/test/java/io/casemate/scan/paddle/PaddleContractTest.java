package io.casemate.scan.paddle;

import static io.casemate.scan.protobuf.ProtoWriter.proto;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class PaddleContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new PaddleScanner();
    }

    @Override
    protected byte[] benign() {
        return PaddleScannerTest.program("conv2d");
    }

    @Override
    protected byte[] hostile() {
        return PaddleScannerTest.program("py_func");
    }

    /** The version at the end may be missing. */
    @Override
    protected boolean isWhole(int length) {
        return length < 4
                || length
                        == benign().length
                                - proto().message(4, proto().varint(1, 0)).toBytes().length;
    }
}
