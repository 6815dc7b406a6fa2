package io.casemate.scan.archive;

import static io.casemate.scan.pickle.PickleBuilder.pickle;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

class SevenZipContractTest extends FormatScannerContract {
    private static byte[] archive(byte[] bytes) {
        var channel = new SeekableInMemoryByteChannel();
        try (var archive = new SevenZOutputFile(channel)) {
            var entry = new SevenZArchiveEntry();
            entry.setName("model.pkl");
            archive.putArchiveEntry(entry);
            archive.write(bytes);
            archive.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    @Override
    protected FormatScanner scanner() {
        return new SevenZipScanner();
    }

    @Override
    protected byte[] benign() {
        return archive(pickle(4).text("harmless").stop());
    }

    @Override
    protected byte[] hostile() {
        return archive(
                pickle(2).global("os", "system").text("id").tuple1().reduce().stop());
    }

    @Override
    protected boolean isWhole(int length) {
        return length < 3; // "7z" alone is a text
    }
}
