package io.casemate.scan.torch;

import static io.casemate.scan.pickle.PickleBuilder.pickle;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.archive.zip.ZipScanner;
import io.casemate.scan.spi.FormatScanner;
import java.util.List;

class TorchLayoutContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new ZipScanner(List.of(new TorchLayout()));
    }

    @Override
    protected byte[] benign() {
        return TorchLayoutTest.whole(
                TorchLayoutTest.tensor(pickle(2), "FloatStorage", "0", 6, 3).stop());
    }

    @Override
    protected byte[] hostile() {
        return TorchLayoutTest.whole(
                pickle(2).global("os", "system").text("id").tuple1().reduce().stop());
    }

    /** "PK" alone is a text. */
    @Override
    protected boolean isWhole(int length) {
        return length < 4;
    }
}
