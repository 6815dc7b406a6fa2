package io.casemate.scan.torch;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import java.nio.charset.StandardCharsets;

class HydraContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new HydraScanner();
    }

    @Override
    protected byte[] benign() {
        return "model:\n  _target_: nemo.collections.asr.models.EncDecCTCModel\n".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] hostile() {
        return "model:\n  _target_: os.system\n  command: id\n".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected String name() {
        return "model_config.yaml";
    }

    /** What is cut is a text like any other. */
    @Override
    protected boolean isWhole(int length) {
        return true;
    }
}
