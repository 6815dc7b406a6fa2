package io.casemate.scan.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImageLayoutScannerTest extends FormatScannerContract {
    private static final String BENIGN = """
            {"schemaVersion": 2, "config": {"digest": "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}, "layers": [{"digest": "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "annotations": {"org.opencontainers.image.title": "model.gguf"}}]}
            """;

    private static Trial read(String json) {
        return Trial.of(new ImageLayoutScanner(), json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected FormatScanner scanner() {
        return new ImageLayoutScanner();
    }

    @Override
    protected byte[] benign() {
        return BENIGN.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] hostile() {
        return BENIGN.replace("model.gguf", "/etc/cron.d/x").getBytes(StandardCharsets.UTF_8);
    }

    /** A text that is cut is text: the scanner of plain text takes it where too little is left to know it by. */
    @Override
    protected boolean isWhole(int length) {
        return true;
    }

    @Test
    void honest_one_is_silent_and_wholly_read() {
        Trial trial = read(BENIGN);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(BENIGN.length())).isTrue();
    }

    @Test
    void one_that_is_cut_is_a_gap() {
        assertThat(read(BENIGN.strip().substring(0, BENIGN.length() - 5)).gaps).isNotEmpty();
    }

    @Test
    void hostile_one_is_told() {
        assertThat(read(BENIGN.replace("model.gguf", "/etc/cron.d/x")).rules())
                .containsExactly("image-layout/escaping-path");
    }

    @Test
    void digests_are_paths_and_have_a_form() {
        assertThat(read(BENIGN.replaceFirst("sha256:a{64}", "sha256:../../x")).rules())
                .containsExactly("image-layout/escaping-path");
        assertThat(read(BENIGN.replaceFirst("sha256:a{64}", "sha256:x")).rules())
                .containsExactly("image-layout/broken-digest");
    }

    @Test
    void layers_from_elsewhere_are_told() {
        assertThat(read("{\"schemaVersion\": 2, \"layers\": [{\"urls\": [\"https://h/l\"]}]}")
                        .rules())
                .containsExactly("image-layout/foreign-layer");
    }

    @Test
    void what_the_image_runs_is_a_fact() {
        String configuration =
                "{\"config\": {\"Entrypoint\": [\"/bin/serve\", \"--all\"]}, \"rootfs\": {\"diff_ids\": []}}";
        assertThat(read(configuration).facts).containsEntry("entrypoint", "'/bin/serve --all'");
    }
}
