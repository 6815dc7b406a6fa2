package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class CheckVerbTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "fraud-detection, feedback-loop-poisoning@feedback, cross-check-labels",
        "genai-platform, indirect-prompt-injection@claims-model, casemate explain",
        "image-classifier, malicious-deserialisation@fine-tuning, the review is overdue"
    })
    void an_example_as_it_is_fails_and_every_reason_is_named(String example, String risk, String words) {
        Run run = Run.casemate("check", example(example), "--all");
        assertThat(run.code()).isEqualTo(1);
        assertThat(flat(run.out()))
                .contains(risk + " is high: score", "where 4 is the most", "by words alone", words)
                .contains("casemate attest %s --junit".formatted(example(example)), "UNDECIDED", "FAIL: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fraud-detection", "genai-platform", "image-classifier"})
    void what_tests_show_opens_the_gate_and_the_same_in_words_does_not(String example) throws IOException {
        Path shown = copy(example, "shown");
        new Hardening(shown, true).apply();
        Run open = Run.casemate("check", shown);
        assertThat(open.code()).as(open.out() + open.err()).isZero();
        assertThat(shown.resolve("casemate.yaml")).content().contains("action: mitigate", "status: open");

        Path claimed = copy(example, "claimed");
        new Hardening(claimed, false).apply();
        Run closed = Run.casemate("check", claimed);
        assertThat(closed.code()).isEqualTo(1);
        assertThat(flat(closed.out())).contains("by words alone");
    }

    @Test
    void evidence_that_is_required_and_absent_leaves_it_undecided() throws IOException {
        Path system = copy("fraud-detection", "system");
        new Hardening(system, true).apply();
        Files.writeString(system.resolve("policy.yaml"), """
                gate:
                  evidence:
                    - id: models-attacked
                      title: Every model was attacked this quarter
                      each: element
                      when: element.kind in ['model', 'ensemble']
                      kind: attack
                      max-age-days: 90
                      remedy: "casemate attack {element.id}"
                """);
        Run run = Run.casemate("check", system);
        assertThat(run.code()).isEqualTo(2);
        assertThat(flat(run.out()))
                .contains("neural-net has no attack from the last 90 days", "do: casemate attack neural-net");
    }

    @Test
    void a_waiver_opens_until_its_day_and_fails_after_it() throws IOException {
        Path system = copy("fraud-detection", "system");
        new Hardening(system, true).apply();
        String policy = """
                gate:
                  rules:
                    - id: no-notebook
                      title: Nobody keeps a notebook
                      each: element
                      require: element.kind != 'notebook'
                      message: "{element.name} is a notebook"
                  waivers:
                    - {rule: no-notebook, subject: notebook, approver: CISO, reason: gone by spring, expires: %s}
                """;
        Files.writeString(system.resolve("policy.yaml"), policy.formatted("2026-11-21"));
        Run holding = Run.casemate("check", system);
        assertThat(holding.code()).as(holding.out()).isZero();
        assertThat(flat(holding.out())).contains("waived: gone by spring (CISO, until 2026-11-21)");

        Files.writeString(system.resolve("policy.yaml"), policy.formatted("2026-11-20"));
        Run expired = Run.casemate("check", system, "--format", "json");
        assertThat(expired.code()).isEqualTo(1);
        assertThat(expired.out()).contains("given by CISO, ran out on 2026-11-20", "\"line\": 9");
    }

    @Test
    void a_broken_policy_and_a_broken_model_are_told_together() throws IOException {
        Path system = copy("fraud-detection", "system");
        Files.writeString(system.resolve("policy.yaml"), """
                gate:
                  rules:
                    - id: a
                      title: t
                      each: risk
                      require: risk.bnad != 'high'
                """);
        Files.writeString(system.resolve("casemate.yaml"), "casemate: 1\nscoep: {}\n");
        Run run = Run.casemate("check", system);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("policy.yaml:6 gate.rules[0].require: unknown field 'bnad'; did you mean 'band'?")
                .contains("did you mean 'scope'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "junit", "md"})
    void every_format_says_the_same_verdict_and_the_same_bytes_twice(String format) {
        Run first = Run.casemate("check", example("image-classifier"), "--format", format, "--all");
        Run second = Run.casemate("check", example("image-classifier"), "--format", format, "--all");
        assertThat(first.code()).isEqualTo(1);
        assertThat(first.out()).isEqualTo(second.out());
        assertThat(flat(first.out()))
                .contains("no-high", "malicious-deserialisation@fine-tuning", "resnet has no test of");
    }

    @Test
    void json_keeps_its_schema() throws IOException {
        String schema = Files.readString(Run.root().resolve("knowledge/schema/check.schema.json"));
        Run run = Run.casemate("check", example("image-classifier"), "--format", "json");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema, InputFormat.JSON)
                        .validate(run.out(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void junit_counts_what_it_lists_and_fails_what_fails() throws Exception {
        Run run = Run.casemate("check", example("image-classifier"), "--format", "junit");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Element suite = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(run.out())))
                .getDocumentElement();
        assertThat(suite.getTagName()).isEqualTo("testsuite");
        Map<String, String> listed =
                Map.of("tests", "testcase", "failures", "failure", "errors", "error", "skipped", "skipped");
        listed.forEach((count, element) -> assertThat(suite.getAttribute(count))
                .as(count)
                .isEqualTo(String.valueOf(suite.getElementsByTagName(element).getLength())));
        var verdicts = new Verdicts(Run.casemate("check", example("image-classifier"), "--format", "json")
                .out());
        assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(verdicts.of("fail")));
        assertThat(suite.getAttribute("errors")).isEqualTo(String.valueOf(verdicts.of("undecided")));
        assertThat(suite.getElementsByTagName("testcase")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("classname")
                        .getNodeValue())
                .startsWith("casemate.check.");
    }

    /** How many rulings of each outcome a verdict in JSON has. */
    private record Verdicts(String json) {
        int of(String outcome) {
            return json.split("\"outcome\": \"%s\"".formatted(outcome), -1).length - 1;
        }
    }

    @Test
    void sarif_points_to_the_lines_of_the_model() throws IOException {
        String sarif = Run.casemate("check", example("fraud-detection"), "--format", "sarif")
                .out();
        List<String> lines = Files.readAllLines(example("fraud-detection").resolve("casemate.yaml"));
        int feedback = lines.indexOf("  - id: feedback") + 1;
        assertThat(sarif).contains("\"startLine\": %d".formatted(feedback), "\"uri\": \"casemate.yaml\"");
    }

    @Test
    void the_printed_policy_is_one_that_says_the_same() throws IOException {
        Path policy = folder.resolve("policy.yaml");
        Files.writeString(policy, Run.casemate("check", "--print-policy").out());
        Run own = Run.casemate("check", example("fraud-detection"), "--policy", policy, "--format", "junit");
        Run builtIn = Run.casemate("check", example("fraud-detection"), "--format", "junit");
        assertThat(own.out()).isEqualTo(builtIn.out());
    }

    @Test
    void remedies_name_the_system_as_the_user_did() throws IOException {
        Run run = Run.casemate("check", copy("image-classifier", "it's here"));
        String named = "'%s'".formatted(folder.resolve("it's here").toString().replace("'", "'\\''"));
        assertThat(flat(run.out()))
                .contains("casemate attest %s --junit".formatted(named), "casemate explain %s ".formatted(named))
                .contains("casemate questions " + named)
                .doesNotContain("casemate questions .", " . ");
    }

    @Test
    void questions_about_one_part_are_one_reason_for_people_and_one_ruling_each_for_programs() {
        Path system = example("fraud-detection");
        String text = flat(Run.casemate("check", system).out());
        assertThat(text)
                .contains("nobody has said retrains-automatically@training;", "likewise scratch-shared@training, ")
                .doesNotContain("nobody has said scratch-shared@training");
        assertThat(flat(Run.casemate("check", system, "--format", "md").out()))
                .contains("; likewise scratch-shared@training, ");
        for (String format : List.of("json", "sarif", "junit")) {
            assertThat(Run.casemate("check", system, "--format", format).out())
                    .contains("nobody has said scratch-shared@training;");
        }
        assertThat(flat(Run.casemate("check", system, "--all").out()))
                .contains("nobody has said scratch-shared@training");
    }

    @Test
    void an_answer_never_takes_the_place_of_what_it_was_made_from() throws IOException {
        Path system = copy("image-classifier", "system");
        Path model = system.resolve("casemate.yaml");
        String before = Files.readString(model);
        for (String verb : List.of("check", "plan")) {
            Run run = Run.casemate(verb, system, "--format", "json", "--output", model);
            assertThat(run.code()).as(verb).isEqualTo(3);
            assertThat(run.err()).contains("--output: ", "is what this run reads; name another file");
        }
        Path policy = Files.writeString(folder.resolve("own.yaml"), "gate: {}\n");
        assertThat(Run.casemate("check", system, "--policy", policy, "-o", policy)
                        .code())
                .isEqualTo(3);
        assertThat(model).hasContent(before);
        assertThat(policy).hasContent("gate: {}\n");
    }

    @Test
    void a_waiver_says_who_and_why_and_names_what_there_is() throws IOException {
        Path system = copy("image-classifier", "system");
        Files.writeString(system.resolve("policy.yaml"), """
                gate:
                  waivers:
                    - {rule: no-high, subject: a@b, approver: "", reason: " ", expires: 2027-01-31}
                """);
        assertThat(Run.casemate("check", system).err())
                .contains("approver: '' says nothing; say who answers for it", "reason: ' ' says nothing");
        Files.writeString(system.resolve("policy.yaml"), """
                gate:
                  waivers:
                    - {rule: no-high, subject: resnet, approver: A, reason: r, expires: 2027-01-31}
                    - {rule: artifacts-scanned, subject: resnett, approver: A, reason: r, expires: 2027-01-31}
                    - {rule: budget-medium, subject: sistem, approver: A, reason: r, expires: 2027-01-31}
                """);
        assertThat(Run.casemate("check", system).err())
                .contains("policy.yaml:3 gate.waivers: 'resnet' is no subject of no-high; write threat@part")
                .contains("policy.yaml:4 gate.waivers: unknown element 'resnett'; did you mean 'resnet'?")
                .contains("policy.yaml:5 gate.waivers: unknown subject 'sistem'; did you mean 'system'?");
    }

    @Test
    void the_fields_of_conditions_are_listed() {
        assertThat(Run.casemate("check", "--fields").out())
                .contains("risks", "list of Risk", "  unclaimed", "'low', 'medium', 'high'");
    }

    private static Path example(String name) {
        return Run.root().resolve("examples").resolve(name);
    }

    private Path copy(String example, String name) throws IOException {
        Path system = Files.createDirectories(folder.resolve(name));
        return Files.copy(example(example).resolve("casemate.yaml"), system.resolve("casemate.yaml"))
                .resolveSibling("");
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
