package io.casemate.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.risk.Band;
import io.casemate.core.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
    @TempDir
    private Path folder;

    @Test
    void one_file_holds_what_scans_reviews_and_the_gate_obey() throws IOException {
        PolicyFile policy = policy("""
                scan:
                  allow: [{global: a.B, reason: ours, expires: 2027-01-31}]
                  waivers: [{rule: zip/x, path: "old/*.zip", reason: known, expires: 2027-01-31}]
                review: {every-months: 6}
                gate:
                  budgets: {high: 0, medium: 4}
                  without: [{rule: no-high, reason: we count them}]
                  rules:
                    - {id: r, title: T, each: risk, when: risk.shown, require: risk.score < 9, otherwise: undecided}
                  evidence:
                    - {id: e, title: T, each: element, kind: test, control: scanned, max-age-days: 30}
                  waivers: [{rule: r, subject: a@b, approver: Ann, reason: why, expires: 2027-01-31}]
                """);
        assertThat(policy.allowed()).extracting(AllowedGlobal::name).containsExactly("a.B");
        assertThat(policy.scanWaivers()).extracting(Waiver::subject).containsExactly("old/*.zip");
        assertThat(policy.reviewMonths()).isEqualTo(6);
        GateSection gate = policy.gate();
        assertThat(gate.builtIn()).isTrue();
        assertThat(gate.budgets()).containsEntry(Band.MEDIUM, 4).containsEntry(Band.HIGH, 0);
        assertThat(gate.without()).extracting(Switched::reason).containsExactly("we count them");
        assertThat(gate.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.otherwise()).isEqualTo(Outcome.UNDECIDED);
            assertThat(rule.when()).isEqualTo(new Written("risk.shown", 9, "gate.rules[0].when"));
        });
        assertThat(gate.evidence())
                .singleElement()
                .satisfies(demand -> assertThat(demand.ageDaysMax()).isEqualTo(30));
        assertThat(gate.waivers())
                .containsExactly(new Waiver("r", "a@b", "", "Ann", "why", LocalDate.parse("2027-01-31"), 12));
    }

    @Test
    void a_waiver_holds_to_the_end_of_its_day() {
        var waiver = new Waiver("r", "s", "", "Ann", "why", LocalDate.parse("2027-01-31"), 1);
        assertThat(waiver.holds(Instant.parse("2027-01-31T23:59:59Z"))).isTrue();
        assertThat(waiver.holds(Instant.parse("2027-02-01T00:00:00Z"))).isFalse();
        assertThat(waiver.words()).isEqualTo("why (Ann, until 2027-01-31)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {budget: {high: 0}}                                                           | unknown key 'budget'; did you mean 'budgets'?
            {budgets: {higth: 0}}                                                         | unknown key 'higth'; did you mean 'high'?
            {budgets: {high: -1}}                                                         | '-1' is not a whole number
            {rules: [{id: A, title: t, each: risk, require: x}]}                          | 'A' is no id
            {rules: [{id: a, title: t, each: rsik, require: x}]}                          | unknown each 'rsik'; did you mean 'risk'?
            {rules: [{id: a, title: t, each: risk}]}                                      | gate.rules[0].require: is missing
            {rules: [{id: a, title: t, each: risk, require: x, otherwise: pass}]}         | unknown otherwise 'pass'
            {rules: [{id: a, title: t, each: gap, require: x}, {id: a, title: t, each: gap, require: x}]} | 'a' is taken since line 1
            {evidence: [{id: e, title: t, each: question, max-age-days: 3}]}              | unknown each 'question'
            {evidence: [{id: e, title: t, each: risk}]}                                   | max-age-days: is missing
            {waivers: [{rule: a, subject: b, reason: c, expires: 2027-01-31}]}            | approver: is missing; say who answers for it
            {waivers: [{rule: a, subject: b, approver: d, reason: c, expires: soon}]}     | 'soon' is no day
            {waivers: [{rule: a, subject: b, approver: d, reason: c}]}                    | expires: is missing
            """)
    void what_is_wrong_is_told_with_place_and_remedy(String gate, String words) {
        assertThatThrownBy(() -> policy("gate: " + gate))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("policy.yaml:1")
                .hasMessageContaining(words);
    }

    private PolicyFile policy(String yaml) throws IOException {
        return PolicyReader.read(Files.writeString(folder.resolve("policy.yaml"), yaml));
    }
}
