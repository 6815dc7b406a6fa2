package io.casemate.scan.hdf5;

import static io.casemate.scan.hdf5.Hdf5Writer.hdf5;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class Hdf5ContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new Hdf5Scanner();
    }

    @Override
    protected byte[] benign() {
        return hdf5().attribute("keras_version", "2.15.0")
                .attribute("backend", "tensorflow")
                .floats("kernel", 0.1f, -0.2f, 0.3f, 0.05f)
                .deflated("bias", 1, 2, 3, 4, 5, 6)
                .softLink("again", "/kernel")
                .toBytes();
    }

    @Override
    protected byte[] hostile() {
        return hdf5().floats("kernel", 0.1f, -0.2f)
                .external("leak", "/etc/passwd")
                .toBytes();
    }

    /** Without its whole signature it is any text. */
    @Override
    protected boolean isWhole(int length) {
        return length < 8;
    }
}
