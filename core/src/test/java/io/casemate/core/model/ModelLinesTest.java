package io.casemate.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLinesTest {
    @Test
    void parts_treatments_and_sections_are_found_again(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("casemate.yaml"), """
                casemate: 1
                elements:
                  - {id: web, kind: user}
                  - id: api
                    kind: inference-endpoint
                flows:
                  - {from: web, to: api}
                  - {from: web, to: api}
                treatments:
                  - {scenario: model-extraction@api, action: mitigate}
                """);
        ModelLines lines = ModelLines.read(file);
        assertThat(lines.part("web")).isEqualTo(3);
        assertThat(lines.part("api")).isEqualTo(4);
        assertThat(lines.part("web-to-api")).isEqualTo(7);
        assertThat(lines.part("web-to-api-2")).isEqualTo(8);
        assertThat(lines.treatments()).containsEntry("model-extraction@api", 10);
        assertThat(lines.section("flows")).isEqualTo(7);
        assertThat(lines.part("nobody")).isEqualTo(1);
    }
}
