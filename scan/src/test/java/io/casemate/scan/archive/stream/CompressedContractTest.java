package io.casemate.scan.archive.stream;

import static io.casemate.scan.pickle.PickleBuilder.pickle;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

class CompressedContractTest extends FormatScannerContract {
    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    protected FormatScanner scanner() {
        return new CompressedScanner();
    }

    @Override
    protected byte[] benign() {
        return gzip(pickle(4).text("harmless").stop());
    }

    @Override
    protected byte[] hostile() {
        return gzip(
                pickle(2).global("os", "system").text("id").tuple1().reduce().stop());
    }
}
