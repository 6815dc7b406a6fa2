package io.casemate.scan.mxnet;

import static io.casemate.scan.mxnet.ParamsFile.params;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class MxnetParamsContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new MxnetParamsScanner();
    }

    @Override
    protected byte[] benign() {
        return params().array("arg:fc1_weight", 8, 4)
                .array("arg:fc1_bias", 8)
                .rowSparse("arg:embedding", 10, 2, 1, 5)
                .toBytes();
    }

    @Override
    protected byte[] hostile() {
        return params().rowSparse("arg:embedding", 10, 2, 1, 1L << 40).toBytes();
    }
}
