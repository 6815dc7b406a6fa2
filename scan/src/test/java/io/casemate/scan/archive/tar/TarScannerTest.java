package io.casemate.scan.archive.tar;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Judges;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

class TarScannerTest {
    private static final int LONG_NAME_CHARACTERS = 150;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(out);

    private void add(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(name, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private void link(String name, byte type, String target) throws IOException {
        var entry = new TarArchiveEntry(name, type, true);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private byte[] bytes() throws IOException {
        tar.close();
        return out.toByteArray();
    }

    private static Trial read(byte[] bytes) {
        return Trial.of(new TarScanner(), bytes);
    }

    private static String text(Content content) {
        return content.text(0, (int) content.size());
    }

    @Test
    void what_honest_writers_make_is_silent_and_read_whole() throws IOException {
        for (int mode : new int[] {TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX}) {
            out.reset();
            var writer = new TarArchiveOutputStream(out);
            writer.setLongFileMode(mode);
            for (String name : new String[] {"./short", "folder/" + "n".repeat(LONG_NAME_CHARACTERS)}) {
                var entry = new TarArchiveEntry(name);
                entry.setSize(5);
                writer.putArchiveEntry(entry);
                writer.write("model".getBytes(StandardCharsets.UTF_8));
                writer.closeArchiveEntry();
            }
            writer.putArchiveEntry(new TarArchiveEntry("folder/"));
            writer.closeArchiveEntry();
            writer.close();
            byte[] bytes = out.toByteArray();
            assertThat(new TarScanner().recognises(Content.of("x", bytes))).isEqualTo(Recognition.CERTAIN);
            Trial trial = read(bytes);
            assertThat(trial.findings).isEmpty();
            assertThat(trial.gaps).isEmpty();
            assertThat(trial.nested).extracting(TarScannerTest::text).containsExactly("model", "model");
            assertThat(trial.nested.getFirst().name()).isEqualTo("trial!short");
            assertThat(trial.nested.getLast().name()).hasSizeGreaterThan(LONG_NAME_CHARACTERS);
            assertThat(trial.coveredAll(bytes.length)).isTrue();
        }
    }

    @Test
    void names_that_leave_the_folder_are_slips() throws IOException {
        add("../../etc/cron.d/x", "evil");
        add("/etc/passwd", "evil");
        Trial trial = read(bytes());
        assertThat(trial.findings).extracting(Trial.Told::rule).containsExactly("tar/slip", "tar/slip");
        assertThat(trial.nested).hasSize(2);
    }

    @Test
    void long_name_of_gnu_that_leaves_the_folder_is_a_slip() throws IOException {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        add("../" + "n".repeat(LONG_NAME_CHARACTERS), "evil");
        assertThat(read(bytes()).rules()).containsExactly("tar/slip");
    }

    @Test
    void links_are_malicious_where_they_leave_the_folder() throws IOException {
        link("a/inside", TarConstants.LF_SYMLINK, "../b");
        link("a/outside", TarConstants.LF_SYMLINK, "../../b");
        link("hard", TarConstants.LF_LINK, "/etc/passwd");
        Trial trial = read(bytes());
        assertThat(trial.findings).extracting(Trial.Told::rule).containsExactly("tar/link-escape", "tar/link-escape");
    }

    @Test
    void absolute_links_in_the_image_of_a_root_folder_stay_inside() throws IOException {
        add("etc/hostname", "x");
        add("usr/bin/x", "x");
        link("etc/mtab", TarConstants.LF_SYMLINK, "/proc/mounts");
        assertThat(read(bytes()).findings).isEmpty();
    }

    @Test
    void devices_are_told() throws IOException {
        link("dev/sda", TarConstants.LF_BLK, "");
        assertThat(read(bytes()).rules()).containsExactly("tar/device");
    }

    @Test
    void size_that_a_record_contradicts_is_a_mismatch() throws IOException {
        byte[] record = "12 size=600\n".getBytes(StandardCharsets.UTF_8);
        var extended = new TarArchiveEntry("record", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
        extended.setSize(record.length);
        tar.putArchiveEntry(extended);
        tar.write(record);
        tar.closeArchiveEntry();
        add("model", "model");
        byte[] bytes = bytes();
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("size=");
        assertThat(read(bytes).rules()).contains("tar/header-mismatch");
    }

    @Test
    void what_stands_behind_the_end_is_routed_too() throws IOException {
        add("a", "good");
        byte[] bytes = bytes();
        byte[] more = Arrays.copyOf(bytes, bytes.length + 5);
        System.arraycopy("evil.".getBytes(StandardCharsets.UTF_8), 0, more, bytes.length, 5);
        Trial trial = read(more);
        assertThat(trial.rules()).containsExactly("tar/trailing-data");
        assertThat(trial.nested).extracting(TarScannerTest::text).containsExactly("good", "evil.");
    }

    @Test
    void siblings_are_found() throws IOException {
        add("./a/config.json", "{}");
        add("./a/model.py", "x = 1");
        Content config = read(bytes()).nested.getFirst();
        assertThat(config.family().sibling("model.py").map(TarScannerTest::text))
                .contains("x = 1");
    }

    @Test
    void survives_every_prefix_and_calls_none_clean() throws IOException {
        add("a", "good");
        add("b", "evil");
        byte[] bytes = bytes();
        int ended = 4 * TarHeader.BLOCK_BYTES + TarHeader.BLOCK_BYTES;
        for (int n = TarHeader.BLOCK_BYTES; n < ended; n++) {
            assertThat(read(Arrays.copyOf(bytes, n)).gaps)
                    .as("cut at byte %d", n)
                    .isNotEmpty();
        }
    }

    @Test
    void absolute_links_of_a_layer_stay_in_its_image() throws IOException {
        link("venv/bin/python", TarConstants.LF_SYMLINK, "/usr/bin/python3");
        byte[] layer = bytes();
        assertThat(read(layer).rules()).containsExactly("tar/link-escape");
        String name = "image.tar!blobs/sha256/" + "a".repeat(64);
        Trial trial = Trial.of(new TarScanner(), Content.of(name, layer), Limits.DEFAULT, Judges.builtIn());
        assertThat(trial.findings).isEmpty();
    }

    @Test
    void whiteouts_remove_files_and_never_their_folder() throws IOException {
        add("opt/.wh.old", "");
        add("opt/.wh..wh..opq", "");
        add("opt/.wh...", "");
        assertThat(read(bytes()).findings)
                .hasSize(1)
                .allMatch(told -> told.rule().equals("tar/slip"));
    }

    @Test
    void a_checksum_over_signed_bytes_is_right_as_well() throws IOException {
        add("gr\u00fcn", "model");
        byte[] bytes = bytes();
        Arrays.fill(bytes, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < TarHeader.BLOCK_BYTES; i++) {
            sum += bytes[i];
        }
        byte[] stated = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(stated, 0, bytes, 148, stated.length);
        Trial trial = read(bytes);
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.nested).extracting(TarScannerTest::text).containsExactly("model");
    }
}
