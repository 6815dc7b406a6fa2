package io.casemate.scan.tensorflow;

import static io.casemate.scan.trial.Bytes.bytes;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;

class CheckpointDataContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new CheckpointDataScanner();
    }

    @Override
    protected byte[] benign() {
        return new byte[12];
    }

    @Override
    protected byte[] hostile() {
        return bytes().zeros(12).raw(Machine.elf()).toBytes();
    }

    /** Only its index tells what it is. */
    @Override
    protected Content content(byte... bytes) {
        return CheckpointTest.data(bytes);
    }
}
