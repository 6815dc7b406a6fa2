package io.casemate.scan.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Judges;
import io.casemate.scan.digest.ContentDigest;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Family;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Bytes;
import io.casemate.scan.trial.Direct;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SavedImagesTest {
    private static final byte[] LAYER =
            Bytes.bytes().zeros(257).text("ustar").zeros(762).toBytes();

    private final Map<String, byte[]> members = new HashMap<>();

    private static String digest(byte[] bytes) {
        var told = new String[1];
        Direct.of(bytes, (content, inspection) -> told[0] = ContentDigest.sha256(content, inspection));
        return told[0];
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Trial read(String configuration, String layer) {
        byte[] list = bytes(
                "[{\"Config\":\"%s\",\"RepoTags\":[\"m:1\"],\"Layers\":[\"%s\"]}]".formatted(configuration, layer));
        Family family = name -> Optional.ofNullable(members.get(name)).map(found -> Content.of(name, found));
        var content = new Content("image.tar!manifest.json", list, family);
        assertThat(new ImageLayoutScanner().recognises(content)).isEqualTo(Recognition.CERTAIN);
        return Trial.of(new ImageLayoutScanner(), content, Limits.DEFAULT, Judges.builtIn());
    }

    private String configured(byte[] layer) {
        byte[] configuration =
                bytes("{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:%s\"]}}".formatted(digest(layer)));
        String name = digest(configuration) + ".json";
        members.put(name, configuration);
        return name;
    }

    @Test
    void image_whose_parts_have_their_digests_is_silent() {
        members.put("a/layer.tar", LAYER);
        Trial trial = read(configured(LAYER), "a/layer.tar");
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.facts).containsEntry("image", "m:1");
    }

    @Test
    void layer_that_was_exchanged_is_told() {
        byte[] other = LAYER.clone();
        other[0] = 'x';
        members.put("a/layer.tar", other);
        assertThat(read(configured(LAYER), "a/layer.tar").rules()).containsExactly("image-layout/other-blob");
    }

    @Test
    void configuration_that_was_exchanged_is_told() {
        members.put("a/layer.tar", LAYER);
        String name = configured(LAYER);
        members.put(name, bytes("{\"rootfs\":{\"diff_ids\":[]}}"));
        assertThat(read(name, "a/layer.tar").rules()).containsExactly("image-layout/other-blob");
    }

    @Test
    void parts_outside_the_archive_are_told() {
        assertThat(read("c.json", "../../etc/shadow").rules()).containsExactly("image-layout/escaping-path");
        assertThat(read("/etc/shadow", "l").rules()).containsExactly("image-layout/escaping-path");
    }

    @Test
    void parts_that_are_not_there_are_no_mismatch() {
        assertThat(read("c.json", "l").findings).isEmpty();
    }
}
