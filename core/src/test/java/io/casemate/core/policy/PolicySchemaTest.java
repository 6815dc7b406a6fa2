package io.casemate.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.yaml.AsJson;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use says the same as the reader. */
class PolicySchemaTest {
    private static final Path ROOT = Path.of(System.getProperty("casemate.root", ".."));
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n((?:scan|review|gate):.*?)```", Pattern.DOTALL);
    private static final String VALID = """
            scan:
              allow: [{global: a.B, reason: ours, expires: 2027-01-31}]
              waivers: [{rule: zip/x, path: "old/*.zip", reason: known, expires: 2027-01-31}]
            review: {every-months: 6}
            gate:
              default-rules: yes
              budgets: {high: 0, medium: 4}
              without: [{rule: no-high, reason: we count them}]
              rules:
                - {id: r, title: T, each: risk, when: risk.shown, require: risk.score < 9, otherwise: undecided}
              evidence:
                - {id: e, title: T, each: element, kind: test, control: scanned, max-age-days: 30}
              waivers: [{rule: r, subject: a@b, approver: Ann, reason: why, expires: 2027-01-31}]
            """;

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("knowledge/schema/policy.schema.json"), InputFormat.JSON);

    @Test
    void accepts_all_that_can_be_stated() {
        read(VALID);
        assertThat(violations(VALID)).isEmpty();
    }

    @Test
    void accepts_the_built_in_policy() {
        assertThat(violations(text("gate/src/main/resources/io/casemate/gate/default-policy.yaml")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/gate.md", "docs/scanning.md"})
    void accepts_what_the_pages_show(String page) {
        List<String> examples =
                EXAMPLE.matcher(text(page)).results().map(m -> m.group(1)).toList();
        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            read(example);
            assertThat(violations(example)).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            review:              | reviews:                | ``
            every-months: 6      | every-months: 61        | /review/every-months
            global: a.B          | global: a b             | /scan/allow/0/global
            global: a.B          | globl: a.B              | /scan/allow/0
            rule: zip/x,         | ``                      | /scan/waivers/0
            default-rules: yes   | default-rules: perhaps  | /gate/default-rules
            budgets:             | budget:                 | /gate
            high: 0              | higth: 0                | /gate/budgets
            high: 0              | high: -1                | /gate/budgets/high
            id: r,               | id: R,                  | /gate/rules/0/id
            each: risk           | each: rsik              | /gate/rules/0/each
            require: risk.score < 9, | ``                  | /gate/rules/0
            otherwise: undecided | otherwise: pass         | /gate/rules/0/otherwise
            each: element        | each: question          | /gate/evidence/0/each
            kind: test           | kind: rumour            | /gate/evidence/0/kind
            max-age-days: 30     | max-age-days: 0         | /gate/evidence/0/max-age-days
            approver: Ann,       | ``                      | /gate/waivers/0
            why, expires: 2027-01-31 | why, expires: soon  | /gate/waivers/0/expires
            """)
    void refuses_what_the_reader_refuses(String piece, String replacement, String place) {
        String wrong = VALID.replace(piece, replacement);
        assertThat(wrong).isNotEqualTo(VALID);
        assertThatThrownBy(() -> read(wrong)).isInstanceOf(InvalidInputException.class);
        assertThat(violations(wrong))
                .isNotEmpty()
                .allSatisfy(at -> assertThat(at).startsWith(place));
    }

    private static void read(String yaml) {
        YamlProblems problems = YamlProblems.of("policy.yaml");
        PolicyReader.read("policy.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems);
        problems.throwIfAny();
    }

    private List<String> violations(String yaml) {
        YamlProblems problems = YamlProblems.of("policy.yaml");
        var top = YamlReader.read(yaml.getBytes(StandardCharsets.UTF_8), YamlLimits.DEFAULT, problems);
        return schema.validate(AsJson.of(top.orElseThrow()).compact(), InputFormat.JSON).stream()
                .map(e -> e.getInstanceLocation().toString())
                .toList();
    }

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
