package io.casemate.scan.tensorflow;

import static io.casemate.scan.tensorflow.GraphWriter.graph;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class TensorFlowContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new TensorFlowScanner();
    }

    @Override
    protected byte[] benign() {
        return graph().node("x", "Placeholder")
                .node("y", "MatMul")
                .function("f", "Relu")
                .savedModel();
    }

    @Override
    protected byte[] hostile() {
        return graph().node("x", "Placeholder")
                .node("y", "WriteFile")
                .function("f", "PyFunc")
                .savedModel();
    }

    /** So few bytes are nothing. */
    @Override
    protected boolean isWhole(int length) {
        return length < 4;
    }
}
