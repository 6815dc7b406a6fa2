package io.casemate.scan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

class SevenZipScannerTest {
    private SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    private SevenZOutputFile archive;

    SevenZipScannerTest() throws IOException {
        archive = new SevenZOutputFile(channel);
    }

    private void add(String name, byte[] bytes) throws IOException {
        var entry = new SevenZArchiveEntry();
        entry.setName(name);
        archive.putArchiveEntry(entry);
        archive.write(bytes);
        archive.closeArchiveEntry();
    }

    private byte[] bytes() throws IOException {
        archive.close();
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    private static Trial read(byte[] bytes) {
        return Trial.of(new SevenZipScanner(), bytes);
    }

    @Test
    void links_are_told_where_they_leave_the_folder() throws IOException {
        link("a/b/inside", "../../c");
        link("a/outside", "../../c");
        Trial trial = read(bytes());
        assertThat(trial.rules()).containsExactly("seven-zip/link-escape");
        assertThat(trial.findings).hasSize(1);
        assertThat(trial.findings.getFirst().message()).contains("a/outside");
    }

    private void link(String name, String target) throws IOException {
        var entry = new SevenZArchiveEntry();
        entry.setName(name);
        entry.setHasWindowsAttributes(true);
        entry.setWindowsAttributes(0xa1ff << 16 | 0x8000);
        archive.putArchiveEntry(entry);
        archive.write(target.getBytes(StandardCharsets.UTF_8));
        archive.closeArchiveEntry();
    }

    @Test
    void members_of_every_method_are_unpacked() throws IOException {
        for (var method :
                new SevenZMethod[] {SevenZMethod.LZMA2, SevenZMethod.BZIP2, SevenZMethod.DEFLATE, SevenZMethod.COPY}) {
            channel = new SeekableInMemoryByteChannel();
            archive = new SevenZOutputFile(channel);
            archive.setContentCompression(method);
            add("a/one.pkl", "first".getBytes(StandardCharsets.UTF_8));
            add("a/two.pkl", "second".getBytes(StandardCharsets.UTF_8));
            byte[] bytes = bytes();
            assertThat(new SevenZipScanner().recognises(Content.of("x", bytes))).isEqualTo(Recognition.CERTAIN);
            Trial trial = read(bytes);
            assertThat(trial.findings).as("%s", method).isEmpty();
            assertThat(trial.gaps).as("%s", method).isEmpty();
            assertThat(trial.nested)
                    .extracting(inner -> inner.text(0, (int) inner.size()))
                    .containsExactly("first", "second");
            assertThat(trial.coveredAll(bytes.length)).isTrue();
        }
    }

    @Test
    void names_that_leave_the_folder_are_slips() throws IOException {
        add("../evil", new byte[] {1});
        assertThat(read(bytes()).rules()).containsExactly("seven-zip/slip");
    }

    @Test
    void blank_data_beyond_all_proportion_is_a_bomb() throws IOException {
        add("bomb", new byte[80 << 20]);
        Trial trial = read(bytes());
        assertThat(trial.rules()).containsExactly("seven-zip/bomb");
        assertThat(trial.gaps).isNotEmpty();
    }

    @Test
    void survives_every_prefix_and_calls_none_clean() throws IOException {
        add("a", "good".getBytes(StandardCharsets.UTF_8));
        byte[] bytes = bytes();
        for (int n = 32; n < bytes.length; n++) {
            assertThat(read(Arrays.copyOf(bytes, n)).gaps)
                    .as("cut at byte %d", n)
                    .isNotEmpty();
        }
    }
}
