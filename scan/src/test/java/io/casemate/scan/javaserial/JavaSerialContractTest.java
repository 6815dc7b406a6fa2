package io.casemate.scan.javaserial;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import java.util.HashMap;
import java.util.List;

class JavaSerialContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new JavaSerialScanner();
    }

    @Override
    protected byte[] benign() {
        var map = new HashMap<String, Object>();
        map.put("weights", new double[] {0.5, -0.25});
        map.put("labels", new java.util.ArrayList<>(List.of("yes", "no")));
        return StreamWriter.of(map);
    }

    @Override
    protected byte[] hostile() {
        return StreamWriter.ofClass("org.apache.commons.collections.functors.InvokerTransformer");
    }
}
