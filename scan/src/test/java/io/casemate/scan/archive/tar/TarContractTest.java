package io.casemate.scan.archive.tar;

import static io.casemate.scan.pickle.PickleBuilder.pickle;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

class TarContractTest extends FormatScannerContract {
    private static byte[] tar(String name, byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            var entry = new TarArchiveEntry(name, true);
            entry.setSize(bytes.length);
            tar.putArchiveEntry(entry);
            tar.write(bytes);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    protected FormatScanner scanner() {
        return new TarScanner();
    }

    @Override
    protected byte[] benign() {
        return tar("model.pkl", pickle(4).text("harmless").stop());
    }

    @Override
    protected byte[] hostile() {
        return tar(
                "/model.pkl",
                pickle(2).global("os", "system").text("id").tuple1().reduce().stop());
    }

    @Override
    protected boolean isWhole(int length) {
        // a name alone is a text; one blank block is an end
        return length <= 100 || length >= 3 * TarHeader.BLOCK_BYTES;
    }
}
