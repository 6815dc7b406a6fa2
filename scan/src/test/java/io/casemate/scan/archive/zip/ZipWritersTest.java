package io.casemate.scan.archive.zip;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ZipWritersTest {
    private static Trial read(byte[] bytes) {
        return Trial.of(new ZipScanner(List.of()), bytes);
    }

    private static byte[] java() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setComment("made by a test");
            zip.putNextEntry(new ZipEntry("folder/"));
            zip.putNextEntry(new ZipEntry("folder/gr\u00fc\u00df.txt"));
            zip.write("hello hello hello".getBytes());
            zip.putNextEntry(new ZipEntry("empty"));
        }
        return out.toByteArray();
    }

    @Test
    void what_java_writes_is_silent() throws IOException {
        byte[] bytes = java();
        Trial trial = read(bytes);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.nested).singleElement().satisfies(inner -> {
            assertThat(inner.name()).isEqualTo("trial!folder/gr\u00fc\u00df.txt");
            assertThat(inner.text(0, (int) inner.size())).isEqualTo("hello hello hello");
        });
        assertThat(trial.coveredAll(bytes.length)).isTrue();
    }

    @Test
    void stored_members_with_sizes_behind_them_and_padding_are_silent() {
        var zip = new ZipForge();
        var member = zip.add("archive/data/0", new byte[] {1, 2, 3, 4});
        member.sizesLater = true;
        member.localExtra = new byte[] {'F', 'B', 4, 0, 'Z', 'Z', 'Z', 'Z'};
        zip.add("archive/version", "3\n").sizesLater = true;
        byte[] bytes = zip.build();
        Trial trial = read(bytes);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.nested).hasSize(2);
        assertThat(trial.coveredAll(bytes.length)).isTrue();
    }

    @Test
    void archive_without_members_is_silent() {
        byte[] bytes = new ZipForge().build();
        assertThat(new ZipScanner(List.of()).recognises(Content.of("x", bytes))).isEqualTo(Recognition.CERTAIN);
        Trial trial = read(bytes);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(bytes.length)).isTrue();
    }

    @Test
    void archive_whose_end_is_lost_is_read_by_its_local_headers() {
        var zip = new ZipForge();
        zip.add("a", "first").deflated().sizesLater = true;
        zip.add("b", "second").sizesLater = true;
        byte[] bytes = zip.build();
        Trial trial = read(Arrays.copyOf(bytes, bytes.length - 30));
        assertThat(trial.gaps).isNotEmpty();
        assertThat(trial.nested).extracting(inner -> inner.text(0, 5)).contains("first", "secon");
    }

    @Test
    void survives_every_prefix_and_calls_none_clean() throws IOException {
        byte[] bytes = java();
        for (int n = 4; n < bytes.length; n++) {
            Trial trial = read(Arrays.copyOf(bytes, n));
            assertThat(trial.gaps.size() + trial.findings.size())
                    .as("cut at byte %d", n)
                    .isPositive();
        }
    }
}
