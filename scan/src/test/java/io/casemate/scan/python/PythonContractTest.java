package io.casemate.scan.python;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import java.nio.charset.StandardCharsets;

class PythonContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new PythonScanner();
    }

    @Override
    protected byte[] benign() {
        return HonestSource.MODEL.source.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] hostile() {
        return "import os\nos.system(\"id\")\n".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected String name() {
        return "modeling_tiny.py";
    }

    /** Source that is cut may be source still, or text. */
    @Override
    protected boolean isWhole(int length) {
        return true;
    }
}
