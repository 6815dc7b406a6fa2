package io.casemate.scan.xmlmodel;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import java.nio.charset.StandardCharsets;

class XmlContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new XmlScanner();
    }

    @Override
    protected byte[] benign() {
        return XmlScannerTest.PMML.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] hostile() {
        return "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><PMML>&e;</PMML>"
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Its first letters are a text; the last line break may be missing. */
    @Override
    protected boolean isWhole(int length) {
        return length < 10 || length >= XmlScannerTest.PMML.length() - 1;
    }
}
