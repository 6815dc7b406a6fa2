package io.casemate.scan.media;

import static io.casemate.scan.trial.Bytes.bytes;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.spi.FormatScanner;

class MediaContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new MediaScanner();
    }

    @Override
    protected byte[] benign() {
        return MediaFiles.all().get("PNG");
    }

    @Override
    protected byte[] hostile() {
        return bytes().raw(benign()).raw(Machine.elf()).toBytes();
    }

    /** So few bytes are nothing. */
    @Override
    protected boolean isWhole(int length) {
        return length < 8;
    }
}
