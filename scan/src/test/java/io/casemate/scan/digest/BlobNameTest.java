package io.casemate.scan.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.Scanners;
import io.casemate.scan.archive.zip.ZipForge;
import io.casemate.scan.call.Judges;
import io.casemate.scan.engine.Inspector;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.trial.Direct;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlobNameTest {
    private static final byte[] TEXT = "hello\n".getBytes(StandardCharsets.UTF_8);
    private static final String DIGEST = digest(TEXT);

    private static String digest(byte[] bytes) {
        var told = new String[1];
        Direct.of(bytes, (content, inspection) -> told[0] = ContentDigest.sha256(content, inspection));
        return told[0];
    }

    private static List<String> rules(String name, byte[] bytes) {
        var inspector = new Inspector(
                Scanners.ALL, Rules.builtIn(), Judges.builtIn(), Limits.DEFAULT, System::nanoTime, path -> {});
        FileReport report = inspector.inspect(Content.of(name, bytes));
        return report.findings().stream()
                .map(finding -> finding.rule().id())
                .distinct()
                .toList();
    }

    private static byte[] zip(String name, byte[] bytes) {
        var zip = new ZipForge();
        zip.add(name, bytes);
        return zip.build();
    }

    @Test
    void digest_is_that_of_the_standard() {
        assertThat(DIGEST).isEqualTo("5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03");
    }

    @Test
    void blob_that_is_what_its_name_says_is_silent() {
        assertThat(rules("x/blobs/sha256/" + DIGEST, TEXT)).isEmpty();
        assertThat(rules("x/blobs/sha256-" + DIGEST, TEXT)).isEmpty();
        assertThat(rules("x.zip", zip("blobs/sha256/" + DIGEST, TEXT))).isEmpty();
    }

    @Test
    void blob_with_another_digest_is_told_in_folders_and_archives() {
        String other = "0".repeat(DIGEST.length());
        assertThat(rules("blobs/sha256/" + other, TEXT)).containsExactly("image-layout/other-blob");
        assertThat(rules("/home/ana/.ollama/models/blobs/sha256-" + other, TEXT))
                .containsExactly("image-layout/other-blob");
        assertThat(rules("x.zip", zip("blobs/sha256/" + other, TEXT))).containsExactly("image-layout/other-blob");
    }

    @Test
    void digits_elsewhere_are_no_digest() {
        assertThat(rules("objects/" + "0".repeat(DIGEST.length()), TEXT)).isEmpty();
        assertThat(rules("blobs/sha256/" + "0".repeat(DIGEST.length()) + "!inner", TEXT))
                .isEmpty();
    }

    @Test
    void layers_are_told_by_their_place() {
        assertThat(BlobName.isLayer("i.tar!blobs/sha256/" + DIGEST)).isTrue();
        assertThat(BlobName.isLayer("i.tar!blobs/sha256/" + DIGEST + "!" + DIGEST))
                .isTrue();
        assertThat(BlobName.isLayer("i.tar!" + DIGEST + "/layer.tar")).isTrue();
        assertThat(BlobName.isLayer("model.tar")).isFalse();
        assertThat(BlobName.isLayer("i.tar!blobs/sha256/" + DIGEST + "!model/inner.tar"))
                .isFalse();
    }
}
