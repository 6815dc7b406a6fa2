package io.casemate.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.yaml.AsJson;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schema that editors use says the same as the reader. After a change of the vocabulary, {@code -Dcasemate.golden=write}
 * brings its lists of kinds, values and facts up to date.
 */
class SystemModelSchemaTest {
    private static final Path ROOT = Path.of(System.getProperty("casemate.root", ".."));
    private static final Path FILE = ROOT.resolve("knowledge/schema/casemate.schema.json");

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(FILE), InputFormat.JSON);

    @Test
    void lists_the_vocabulary_of_the_reader_and_the_facts_of_the_knowledge_base() throws IOException {
        JsonObject schema = (JsonObject) JsonReader.read(FILE);
        JsonObject definitions = (JsonObject) schema.fields().get("$defs");
        JsonObject facts = ((JsonObject) definitions.fields().get("facts")).put("properties", facts());
        String expected =
                schema.put("$defs", vocabulary(definitions).put("facts", facts)).pretty();
        if (System.getProperty("casemate.golden", "read").equals("write")) {
            Files.writeString(FILE, expected);
        }
        assertThat(text(FILE)).as("run the tests with -Dcasemate.golden=write").isEqualTo(expected);
    }

    @Test
    void accepts_the_valid_model() {
        assertThat(violations(ModelText.VALID)).isEmpty();
    }

    @Test
    void accepts_a_large_model() {
        assertThat(violations(SystemModelReaderTest.large(50, 80))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fraud-detection", "genai-platform", "image-classifier"})
    void accepts_the_examples_as_the_reader_does(String example) {
        Path file = ROOT.resolve("examples/%s/casemate.yaml".formatted(example));
        assertThat(violations(text(file))).isEmpty();
        assertThat(SystemModelReader.read(file, Knowledge.builtIn().vocabulary())
                        .elements())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "casemate: 1 | casemate: 2 | /casemate",
                "name: Fraud detection | nam: Fraud detection | /scope",
                "kind: model-ip | kind: gold | /assets/0/kind",
                "sensitivity: medium | sensitivity: mid | /assets/1/sensitivity",
                "currency: EUR | currency: euro | /assets/0/loss/currency",
                "low: 200000 | low: -1 | /assets/0/loss/low",
                "low: 200000 | secondary: {probability: 2, low: 1, high: 2}, low: 1 | /assets/0/loss/secondary/probability",
                "profile: external-hacker | profile: hacker | /adversaries/0/profile",
                "id: fraud-ring | id: Fraud_Ring | /adversaries/0/id",
                "{id: cloud, trust: 2} | {id: cloud, trust: 4} | /zones/1/trust",
                "{id: cloud, trust: 2} | {id: cloud} | /zones/1",
                "kind: inference-endpoint | kind: endpoint | /elements/1/kind",
                "zone: ml-platform | name: again | /elements/1",
                "holds: [card-data] | holds: card-data | /elements/1/holds",
                "rate-limited: no | rate-limitd: no | /elements/1/facts",
                "rate-limited: no | rate-limited: maybe | /elements/1/facts/rate-limited",
                "models/fraud.onnx | ../fraud.onnx | /elements/2/artifacts/0",
                "models/fraud.onnx | /fraud.onnx | /elements/2/artifacts/0",
                "sha256: 9F | sha256: 9 | /elements/2/artifacts/1",
                "from: web, | '' | /flows/0",
                "model-extraction@fraud-model | model-extraction | /treatments/0/scenario",
                "action: mitigate | action: ignore | /treatments/0/action",
                ", reason: losses are insured | '' | /treatments/1",
                "due: 2027-01-31 | due: soon | /treatments/0/due",
                "trigger: quarterly | trigger: whim | /reviews/0/trigger",
            })
    void refuses_what_the_reader_refuses(String piece, String replacement, String place) {
        assertThat(ModelText.problemsAfter(piece, replacement)).isNotEmpty();
        assertThat(violations(ModelText.VALID.replace(piece, replacement)))
                .isNotEmpty()
                .anySatisfy(at -> assertThat(at).startsWith(place));
    }

    private static List<String> violations(String yaml) {
        YamlProblems problems = YamlProblems.of("casemate.yaml");
        var top = YamlReader.read(yaml.getBytes(StandardCharsets.UTF_8), YamlLimits.DEFAULT, problems);
        return SCHEMA.validate(AsJson.of(top.orElseThrow()).compact(), InputFormat.JSON).stream()
                .map(e -> e.getInstanceLocation().toString())
                .toList();
    }

    private static JsonObject vocabulary(JsonObject definitions) {
        return definitions
                .put("level", values(Level.values()))
                .put("asset-kind", values(AssetKind.values()))
                .put("profile", values(AdversaryProfile.values()))
                .put("element-kind", values(ElementKind.values()))
                .put("action", values(Treatment.Action.values()))
                .put("status", values(Treatment.Status.values()))
                .put("trigger", Json.object().put("enum", Json.texts(PlanReader.TRIGGERS)));
    }

    private static JsonObject values(Named[] constants) {
        return Json.object()
                .put("enum", Json.texts(Arrays.stream(constants).map(Named::id).toList()));
    }

    /** One property a fact, with what "yes" means and whether it is good, so that editors can offer and explain it. */
    private static JsonObject facts() {
        YamlProblems problems = YamlProblems.of("facts.yaml");
        YamlCursor top = YamlReader.read(ROOT.resolve("knowledge/facts.yaml"), YamlLimits.DEFAULT, problems)
                .orElseThrow();
        Map<String, Json> facts = new LinkedHashMap<>();
        top.entries()
                .values()
                .forEach(group -> group.entries().forEach((id, fact) -> {
                    String role = fact.at("good").truth().orElseThrow() ? "A control" : "An exposure";
                    String description = "%s. Yes: %s."
                            .formatted(role, fact.at("means").text("").strip());
                    facts.put(id, Json.object().put("description", description).put("$ref", "#/$defs/answer"));
                }));
        problems.throwIfAny();
        return new JsonObject(facts);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
