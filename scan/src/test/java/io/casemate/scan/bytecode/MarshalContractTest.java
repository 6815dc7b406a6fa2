package io.casemate.scan.bytecode;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.rule.Verdict;
import io.casemate.scan.spi.FormatScanner;

class MarshalContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new MarshalScanner();
    }

    @Override
    protected byte[] benign() {
        return Golden.HARMLESS.bytes();
    }

    @Override
    protected byte[] hostile() {
        return Golden.OS_SYSTEM.bytes();
    }

    /** Nobody needs code of Python to stand alone, whatever it does. */
    @Override
    protected Verdict verdictOfBenign() {
        return Verdict.SUSPICIOUS;
    }

    /** So few bytes are nothing. */
    @Override
    protected boolean isWhole(int length) {
        return length < 2;
    }
}
