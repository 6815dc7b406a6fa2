package io.casemate.scan.torch;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.archive.zip.ZipForge;
import io.casemate.scan.archive.zip.ZipScanner;
import io.casemate.scan.spi.FormatScanner;
import java.util.List;

class TorchServeContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new ZipScanner(List.of(new TorchServeLayout()));
    }

    @Override
    protected byte[] benign() {
        return archive("def handle(data, context):\n    return data\n");
    }

    @Override
    protected byte[] hostile() {
        return archive("import os\nos.system(\"id\")\n");
    }

    /** "PK" alone is a text. */
    @Override
    protected boolean isWhole(int length) {
        return length < 4;
    }

    private static byte[] archive(String handler) {
        var zip = new ZipForge();
        zip.add("MAR-INF/MANIFEST.json", "{\"model\": {\"modelName\": \"tiny\", \"handler\": \"handler.py\"}}");
        zip.add("handler.py", handler);
        return zip.build();
    }
}
