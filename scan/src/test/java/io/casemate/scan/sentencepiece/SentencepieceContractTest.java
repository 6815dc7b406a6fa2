package io.casemate.scan.sentencepiece;

import static io.casemate.scan.protobuf.ProtoWriter.proto;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.spi.FormatScanner;

class SentencepieceContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new SentencepieceScanner();
    }

    @Override
    protected byte[] benign() {
        return SentencepieceScannerTest.honest().toBytes();
    }

    @Override
    protected byte[] hostile() {
        return SentencepieceScannerTest.honest()
                .message(3, proto().bytes(2, Machine.elf()))
                .toBytes();
    }

    /** Behind a whole field a message may end. */
    @Override
    protected boolean isWhole(int length) {
        return length < 4 || SentencepieceScannerTest.honest().ends().contains(length);
    }
}
