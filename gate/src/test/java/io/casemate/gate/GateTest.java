package io.casemate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.Assessor;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.ModelLines;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.verdict.Outcome;
import io.casemate.core.verdict.Ruling;
import io.casemate.core.verdict.Verdict;
import io.casemate.gate.subject.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String MODEL = """
            casemate: 1
            scope: {name: Shop}
            assets:
              - {id: weights, name: Weights, kind: model-ip, sensitivity: high}
              - {id: talk, name: Talk, kind: inference-data, sensitivity: high}
            adversaries: [{id: gang, name: Gang, profile: external-hacker, capability: high, likelihood: high}]
            zones: [{id: internet, name: Internet, trust: 0}, {id: inside, name: Inside, trust: 2}]
            elements:
              - {id: visitor, name: Visitor, kind: user, zone: internet}
              - {id: api, name: API, kind: inference-endpoint, zone: inside, formerly: [old-api], facts: {%s}}
              - {id: net, name: Net, kind: model, zone: inside, holds: [weights]}
            flows:
              - {id: ask, name: ask, from: visitor, to: api, carries: [talk], facts: {encrypted: %s}}
              - {id: score, name: score, from: api, to: net}
            """;

    @TempDir
    private Path folder;

    private final List<Recorded<Evidence>> ledger = new ArrayList<>();

    @Test
    void what_words_end_fails_and_what_a_test_ends_passes() throws IOException {
        Verdict words = check(MODEL.formatted("internet-facing: yes", "yes"), "");
        assertThat(outcome(words, "ended-by-proof", "flow-eavesdropping@ask")).isEqualTo(Outcome.FAIL);

        attest("encrypted", "ask", false, 1);
        Verdict attested = check(MODEL.formatted("internet-facing: yes", "yes"), "");
        assertThat(outcome(attested, "ended-by-proof", "flow-eavesdropping@ask"))
                .isEqualTo(Outcome.FAIL);

        attest("encrypted", "ask", true, 1);
        Verdict shown = check(MODEL.formatted("internet-facing: yes", "yes"), "");
        assertThat(outcome(shown, "ended-by-proof", "flow-eavesdropping@ask")).isEqualTo(Outcome.PASS);
        assertThat(outcome(shown, "end-is-fresh", "flow-eavesdropping@ask")).isEqualTo(Outcome.PASS);
    }

    @Test
    void what_was_shown_long_ago_is_undecided() throws IOException {
        attest("encrypted", "ask", true, 200);
        Verdict verdict = check(MODEL.formatted("internet-facing: yes", "yes"), "");
        assertThat(outcome(verdict, "ended-by-proof", "flow-eavesdropping@ask")).isEqualTo(Outcome.PASS);
        assertThat(outcome(verdict, "end-is-fresh", "flow-eavesdropping@ask")).isEqualTo(Outcome.UNDECIDED);
        assertThat(ruling(verdict, "end-is-fresh", "flow-eavesdropping@ask").message())
                .contains("has no evidence from the last 180 days: the newest is 200 days old, by tests");
    }

    @Test
    void an_incident_fails_until_it_is_withdrawn() throws IOException {
        ledger.add(new Recorded<>(
                1,
                "",
                NOW,
                new Finding(
                        Provenance.of("scan", "", NOW.minus(Duration.ofDays(2))),
                        "malicious-deserialisation",
                        "net",
                        "pickle/call",
                        "runs a command",
                        "",
                        10,
                        true)));
        Verdict verdict = check(MODEL.formatted("", "unknown"), "");
        assertThat(ruling(verdict, "no-incident", "malicious-deserialisation@net")
                        .message())
                .contains("has happened", "pickle/call: runs a command", "since 2026-11-19");
        assertThat(ruling(verdict, "review-triggers", "system").outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void fail_wins_over_undecided_and_waived_passes() throws IOException {
        String rules = """
                gate:
                  default-rules: no
                  rules:
                    - {id: bad, title: Bad, each: element, when: "element.id == 'api'", require: "false"}
                    - {id: open, title: Open, each: system, require: "false", otherwise: undecided}
                  waivers:
                    - {rule: bad, subject: old-api, approver: Ann, reason: why, expires: %s}
                """;
        assertThat(check(MODEL.formatted("", "yes"), rules.formatted("2026-11-20"))
                        .outcome())
                .isEqualTo(Outcome.FAIL);
        Verdict waived = check(MODEL.formatted("", "yes"), rules.formatted("2026-11-21"));
        assertThat(outcome(waived, "bad", "api")).isEqualTo(Outcome.WAIVED);
        assertThat(waived.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(waived.notes()).containsExactly("the built-in rules do not hold: default-rules is no");
    }

    @Test
    void a_rule_of_the_same_id_replaces_the_built_in_one_and_without_leaves_it_out() throws IOException {
        Verdict verdict = check(MODEL.formatted("", "unknown"), """
                gate:
                  budgets: {high: 0, medium: 0}
                  without: [{rule: could-come, reason: too early}]
                  rules: [{id: no-high, title: All is well, each: risk, require: "true"}]
                """);
        assertThat(verdict.rulings())
                .filteredOn(r -> r.rule().equals("no-high"))
                .allSatisfy(r -> {
                    assertThat(r.outcome()).isEqualTo(Outcome.PASS);
                    assertThat(r.title()).isEqualTo("All is well");
                });
        assertThat(verdict.rulings()).noneMatch(r -> r.rule().equals("could-come"));
        assertThat(verdict.notes()).contains("the rule could-come is left out: too early");
        assertThat(verdict.rulings())
                .filteredOn(r -> r.rule().startsWith("budget-"))
                .extracting(Ruling::rule)
                .containsExactly("budget-medium", "budget-high");
    }

    @Test
    void a_budget_names_the_number_the_limit_and_who_holds_it() throws IOException {
        Verdict verdict = check(MODEL.formatted("", "unknown"), "gate: {budgets: {high: 0}}");
        long high = verdict.rulings().stream()
                .filter(r -> r.rule().equals("no-high") && r.outcome() == Outcome.FAIL)
                .count();
        assertThat(high).isPositive();
        assertThat(ruling(verdict, "budget-high", "system").message())
                .startsWith("%d scenarios are of the high band where 0 may be: ".formatted(high));
    }

    @Test
    void a_waiver_of_what_is_not_there_is_named_with_its_line() {
        assertThatThrownBy(() -> check(MODEL.formatted("", "yes"), """
                        gate:
                          waivers:
                            - {rule: no-hihg, subject: system, approver: Ann, reason: why, expires: 2027-01-01}
                            - {rule: no-high, subject: model-extractoin@apii, approver: Ann, reason: why, expires: 2027-01-01}
                        """))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("policy.yaml:3 gate.waivers: unknown rule 'no-hihg'; did you mean 'no-high'?")
                .hasMessageContaining(":4 gate.waivers: unknown threat or fact 'model-extractoin'")
                .hasMessageContaining(":4 gate.waivers: unknown element or flow 'apii'; did you mean 'api'?");
    }

    @Test
    void a_waiver_that_nothing_needs_is_told() throws IOException {
        Verdict verdict = check(MODEL.formatted("", "yes"), """
                gate:
                  waivers: [{rule: no-incident, subject: model-extraction@net, approver: Ann, reason: why, expires: 2027-01-01}]
                """);
        assertThat(verdict.notes())
                .singleElement()
                .asString()
                .contains("nothing needs the waiver of no-incident for model-extraction@net any more");
    }

    @Test
    void a_condition_without_an_answer_is_a_broken_policy() {
        assertThatThrownBy(() -> check(MODEL.formatted("", "yes"), """
                        gate:
                          rules: [{id: a, title: t, each: system, require: "risks[100000].score > 1"}]
                        """))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("policy.yaml:2 gate.rules[0].require: cannot be answered");
    }

    @Test
    void the_built_in_policy_reads_without_a_problem_and_names_what_to_do_in_every_rule() throws IOException {
        Verdict verdict = check(MODEL.formatted("", "unknown"), "");
        assertThat(verdict.rulings())
                .filteredOn(r -> r.outcome() != Outcome.PASS)
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.message()).isNotBlank())
                .allSatisfy(r -> assertThat(r.remedy()).isNotBlank());
    }

    private void attest(String control, String target, boolean verified, int daysAgo) {
        Instant then = NOW.minus(Duration.ofDays(daysAgo));
        long seq = ledger.size() + 1L;
        ledger.add(new Recorded<>(
                seq, "", then, new Attestation(Provenance.of("tests", "", then), control, target, true, verified, "")));
    }

    private Verdict check(String model, String policy) throws IOException {
        SystemModel system = SystemModelReader.read("casemate.yaml", model, KNOWLEDGE.vocabulary());
        var book = new EvidenceBook(ledger, List.of(), Set.of());
        Path file = Files.writeString(folder.resolve("policy.yaml"), policy.isEmpty() ? "gate: {}\n" : policy);
        return Gate.read(file, KNOWLEDGE)
                .check(new Situation(
                        "shop",
                        KNOWLEDGE,
                        Assessor.assess(KNOWLEDGE, system, book, Map.of(), NOW),
                        book,
                        Map.of(),
                        "",
                        ModelLines.UNKNOWN));
    }

    private static Outcome outcome(Verdict verdict, String rule, String subject) {
        return ruling(verdict, rule, subject).outcome();
    }

    private static Ruling ruling(Verdict verdict, String rule, String subject) {
        return verdict.rulings().stream()
                .filter(r -> r.rule().equals(rule) && r.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no ruling of %s on %s".formatted(rule, subject)));
    }
}
