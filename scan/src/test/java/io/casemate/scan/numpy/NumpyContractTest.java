package io.casemate.scan.numpy;

import static io.casemate.scan.pickle.PickleBuilder.pickle;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

class NumpyContractTest extends FormatScannerContract {
    private static byte[] array(String descr, byte[] data) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1));
        String header = "{'descr': '%s', ".formatted(descr) + "'fortran_order': False, 'shape': (2,), }\n";
        out.write(header.length());
        out.write(0);
        out.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(data);
        return out.toByteArray();
    }

    @Override
    protected FormatScanner scanner() {
        return new NumpyScanner();
    }

    @Override
    protected byte[] benign() {
        return array("<f8", new byte[16]);
    }

    @Override
    protected byte[] hostile() {
        return array(
                "|O",
                pickle(2).global("os", "system").text("id").tuple1().reduce().stop());
    }

    @Override
    protected boolean isWhole(int length) {
        return length < 6; // less than the magic number is a text
    }
}
