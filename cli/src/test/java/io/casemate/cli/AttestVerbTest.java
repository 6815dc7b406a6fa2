package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttestVerbTest {
    private static final String REPORT = """
            <testsuites><testsuite name="ApiTest" timestamp="2026-11-20T10:00:00">
              <testcase classname="ApiTest" name="refuses bursts [rate-limited@decision-api]"/>
              <testcase classname="ApiTest" name="asks who it is">
                <properties><property name="casemate:control" value="require-authentication@decision-api"/></properties>
                <failure message="no">trace</failure>
              </testcase>
              <testcase classname="ApiTest" name="keeps a log [logged@decision-api]"><skipped/></testcase>
              <testcase classname="ApiTest" name="adds up"/>
            </testsuite></testsuites>
            """;

    @TempDir
    private Path system;

    @BeforeEach
    void init() {
        Run.casemate("init", system, "--template", "fraud-detection", "--force");
    }

    @Test
    void a_persons_word_is_a_claim() throws IOException {
        Run run = attest("--control", "rate-limited", "--target", "decision-api", "--by", "Ann");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("recorded line 1: rate-limited@decision-api holds, claimed", "head ");
        assertThat(ledger()).contains("\"at\":\"2026-11-21T12:00:00Z\"", "\"source\":\"Ann\"", "\"verified\":false");
    }

    @Test
    void a_mitigation_is_a_control_too_and_may_be_denied() throws IOException {
        Run run = attest(
                "--control",
                "hide-scores",
                "--target",
                "decision-api",
                "--holds",
                "no",
                "--by",
                "Ann",
                "--statement",
                "I looked");
        assertThat(run.out()).contains("hide-scores@decision-api does not hold, claimed");
        assertThat(ledger()).contains("I looked");
    }

    @Test
    void a_stated_control_lowers_what_it_answers() {
        String before = probability();
        attest("--control", "rate-limited", "--target", "decision-api", "--by", "Ann");
        assertThat(probability()).isNotEqualTo(before);
    }

    private String probability() {
        Run run = Run.casemate("explain", system, "adversarial-inputs@scorer", "--format", "json");
        assertThat(run.code()).isZero();
        return run.out()
                .lines()
                .filter(l -> l.contains("\"probability\""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tests_verify_fail_or_say_nothing() throws IOException {
        Path report = Files.writeString(system.resolve("r.xml"), REPORT);
        Run run = attest("--junit", report);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("rate-limited@decision-api holds, verified")
                .contains("require-authentication@decision-api does not hold, verified")
                .doesNotContain("logged");
        assertThat(run.err()).contains("1 unmapped tests", "ApiTest.adds up");
        assertThat(ledger()).contains("\"observedAt\":\"2026-11-20T10:00:00Z\"", "1 of 1 tests passed");
    }

    @Test
    void rules_map_tests_that_name_nothing() throws IOException {
        Path report = Files.writeString(system.resolve("r.xml"), REPORT);
        Run run = attest("--junit", report, "--map", "ApiTest.adds*=logged@decision-api");
        assertThat(run.out()).contains("logged@decision-api holds, verified");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_test_of_an_unknown_control_or_target_records_nothing() throws IOException {
        Path report = Files.writeString(
                system.resolve("r.xml"), REPORT.replace("rate-limited@decision-api", "rate-limted@decision-ap"));
        Run run = attest("--junit", report);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("unknown control 'rate-limted'; did you mean 'rate-limited'?")
                .contains("unknown element or flow 'decision-ap'; did you mean 'decision-api'?");
        assertThat(system.resolve(".casemate/ledger.jsonl")).doesNotExist();
    }

    @Test
    void a_report_that_names_no_control_is_told_how() throws IOException {
        Path report = Files.writeString(system.resolve("r.xml"), "<testsuite><testcase name='a'/></testsuite>");
        Run run = attest("--junit", report);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("has 1 tests and none names a control", "--map");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --by Ann                                                | nothing says what to record
            --control logged                                        | --target: is absent
            --control logged --target decision-api                  | --by: is absent
            --control loged --target decision-api --by Ann          | did you mean 'logged'?
            --control logged --target decision-ap --by Ann          | did you mean 'decision-api'?
            --control scores-exposed --target decision-api --by Ann | attest what removes it: hide-scores
            --control logged --junit x.xml                          | more than one says what to record: --control, --junit
            --junit nowhere.xml                                     | nowhere.xml: no such file
            --junit nowhere.xml --map abc                           | no such file
            --evidence nowhere.json                                 | nowhere.json: no such file
            --withdraw 3 --reason r --by Ann                        | the ledger has no line 3
            --withdraw 3                                            | --reason: is absent
            """)
    void what_is_missing_or_wrong_is_named(String arguments, String message) {
        Run run = attest((Object[]) arguments.split(" "));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(system.resolve(".casemate/ledger.jsonl")).doesNotExist();
    }

    @Test
    void a_withdrawn_line_counts_no_more_and_stays() throws IOException {
        attest("--control", "logged", "--target", "decision-api", "--by", "Ann");
        Run run = attest("--withdraw", "1", "--reason", "typo", "--by", "Ann");
        assertThat(run.out()).contains("recorded line 2: withdraws line 1");
        assertThat(ledger()).contains("\"control\":\"logged\"");
        assertThat(attest("--withdraw", "2", "--reason", "typo", "--by", "Ann").code())
                .isEqualTo(3);
    }

    @Test
    void evidence_of_other_tools_is_recorded_and_moves_the_risk() throws IOException {
        String before = probability();
        Path file = Files.writeString(system.resolve("e.json"), """
                [{"kind": "attack", "body": {"provenance": {"source": "art", "family": "", "version": "1.20",
                  "observedAt": "2026-11-20T00:00:00Z", "subjectSha256": ""}, "threat": "adversarial-inputs",
                  "target": "scorer", "attack": "fgsm", "successes": 58, "trials": 100}}]
                """);
        Run run = attest("--evidence", file);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("recorded line 1: attack, adversarial-inputs@scorer");
        assertThat(probability()).isNotEqualTo(before);
    }

    @Test
    void every_problem_of_every_piece_of_evidence_is_named() throws IOException {
        Path file = Files.writeString(system.resolve("e.json"), """
                [{"kind": "watch", "body": {"source": "s", "threat": "adversarial-input", "target": "scorr",
                  "from": "2026-11-20T00:00:00Z", "to": "2026-11-21T00:00:00Z"}},
                 {"kind": "finding", "body": {"threat": "x"}}, 7, {"kind": "rumour", "body": {}}]
                """);
        Run run = attest("--evidence", file);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("e.json[1]: unknown threat 'adversarial-input'; did you mean 'adversarial-inputs'?")
                .contains("e.json[1]: unknown element or flow 'scorr'; did you mean 'scorer'?")
                .contains("e.json[2].body.provenance: is absent")
                .contains("e.json[3]: is no object")
                .contains("e.json[4].kind: is no kind of evidence: 'rumour'");
        assertThat(system.resolve(".casemate/ledger.jsonl")).doesNotExist();
    }

    private Run attest(Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = "attest";
        all[1] = system;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Run.casemate(all);
    }

    private String ledger() throws IOException {
        return Files.readString(system.resolve(".casemate/ledger.jsonl"));
    }
}
