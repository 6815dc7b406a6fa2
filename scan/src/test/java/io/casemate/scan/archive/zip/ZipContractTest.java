package io.casemate.scan.archive.zip;

import static io.casemate.scan.pickle.PickleBuilder.pickle;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import java.util.List;

class ZipContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new ZipScanner(List.of());
    }

    @Override
    protected byte[] benign() {
        var zip = new ZipForge();
        zip.add("README.md", "A model of nothing in particular.\n").deflated();
        zip.add("model.pkl", pickle(4).text("harmless").stop()).sizesLater = true;
        return zip.build();
    }

    @Override
    protected byte[] hostile() {
        var zip = new ZipForge();
        zip.add(
                        "../model.pkl",
                        pickle(2)
                                .global("os", "system")
                                .text("id")
                                .tuple1()
                                .reduce()
                                .stop())
                .flags(1);
        return zip.build();
    }

    @Override
    protected boolean isWhole(int length) {
        return length < 4; // "PK" alone is a text
    }
}
