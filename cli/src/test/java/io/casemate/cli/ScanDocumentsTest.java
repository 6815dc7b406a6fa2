package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scan of many samples and a gate print keeps the published schemas. They are no part of this repository. */
@Tag("corpus")
class ScanDocumentsTest {
    private static final Path CORPUS = Path.of(System.getenv().getOrDefault("CASEMATE_CORPUS", "."));
    private static final Path MODELS = CORPUS.resolve("threat-models");

    @Test
    void sarif_keeps_the_schema_of_oasis() throws IOException {
        Path schema = MODELS.resolve("sarif/schema/oasis-tcs_sarif-spec__sarif-2.1__schema__sarif-schema-2.1.0.json");
        Schema sarif = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(schema), InputFormat.JSON);
        assertThat(sarif.validate(scan("sarif"), InputFormat.JSON)).isEmpty();
        for (String example : List.of("fraud-detection", "genai-platform", "image-classifier")) {
            Run run = Run.casemate("check", Run.root().resolve("examples").resolve(example), "--format", "sarif");
            assertThat(run.code()).isEqualTo(1);
            assertThat(sarif.validate(run.out(), InputFormat.JSON)).as(example).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"cyclonedx, 1.6", "cyclonedx-1.7, 1.7"})
    void bill_of_materials_keeps_the_schema_of_cyclonedx(String format, String edition) throws IOException {
        Path folder = MODELS.resolve("cyclonedx-mlbom/schema");
        String prefix = "CycloneDX_specification__schema__";
        var schemas = Map.of(
                "http://cyclonedx.org/schema/spdx.schema.json",
                        Files.readString(folder.resolve(prefix + "spdx.schema.json")),
                "http://cyclonedx.org/schema/cryptography-defs.schema.json",
                        Files.readString(folder.resolve(prefix + "cryptography-defs.schema.json")),
                "http://cyclonedx.org/schema/jsf-0.82.schema.json",
                        Files.readString(folder.resolve(prefix + "jsf-0.82.schema.json")));
        Schema bom = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7, builder -> builder.schemas(schemas))
                .getSchema(
                        Files.readString(folder.resolve(prefix + "bom-%s.schema.json".formatted(edition))),
                        InputFormat.JSON);
        assertThat(bom.validate(scan(format), InputFormat.JSON)).isEmpty();
    }

    private static String scan(String format) {
        Run run = Run.casemate("scan", CORPUS.resolve("model-files"), "--format", format);
        assertThat(run.code()).isEqualTo(1);
        return run.out();
    }
}
