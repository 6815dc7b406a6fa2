package io.casemate.scan.msgpack;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class MsgpackContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new MsgpackScanner();
    }

    @Override
    protected byte[] benign() {
        return MsgpackScannerTest.honest();
    }

    @Override
    protected byte[] hostile() {
        return MsgpackScannerTest.map(1, MsgpackScannerTest.text("__reduce__"), MsgpackScannerTest.text("os.system"));
    }

    /** So few bytes are nothing. */
    @Override
    protected boolean isWhole(int length) {
        return length < 2;
    }
}
