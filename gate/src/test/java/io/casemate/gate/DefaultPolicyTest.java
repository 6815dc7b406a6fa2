package io.casemate.gate;

import static io.casemate.gate.Shop.ruling;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.verdict.Outcome;
import io.casemate.core.verdict.Ruling;
import io.casemate.core.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the built-in policy lets pass and what not, at its borders. */
class DefaultPolicyTest {
    private static final String BUILT_IN = "gate: {}\n";

    private static final String CLAIMED = "internet-facing: yes, authenticated: yes, rate-limited: yes,"
            + " input-validated: yes, patched: yes, input-size-limited: yes";

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void a_shop_with_an_open_endpoint() {
        shop = new Shop(folder).api("internet-facing: yes").ask("encrypted: yes");
    }

    private static List<String> subjects(Verdict verdict, String rule, Outcome outcome) {
        return verdict.rulings().stream()
                .filter(r -> r.rule().equals(rule) && r.outcome() == outcome)
                .map(Ruling::subject)
                .toList();
    }

    private String high() throws IOException {
        return subjects(shop.check(BUILT_IN), "no-high", Outcome.FAIL).getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "accept, Ann, 2026-11-21, PASS",
        "accept, Ann, 2027-11-21, PASS",
        "accept, Ann, 2026-11-20, FAIL",
        "accept, '', 2027-11-21, FAIL",
        "transfer, Ann, 2027-11-21, PASS",
        "mitigate, Ann, 2027-11-21, FAIL"
    })
    void what_is_high_needs_somebody_who_answers_for_it_until_a_day_to_come(
            String action, String owner, String due, Outcome expected) throws IOException {
        String scenario = high();
        String mitigations = action.equals("mitigate") ? "mitigations: [], " : "";
        String named = owner.isEmpty() ? "" : "owner: %s, ".formatted(owner);
        shop.more("treatments: [{scenario: %s, action: %s, %s%sdue: %s, status: open, reason: it must be}]%n"
                .formatted(scenario, action, mitigations, named, due));
        assertThat(ruling(shop.check(BUILT_IN), "no-high", scenario).outcome()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, open, FAIL", "2026-11-21, open, PASS", "2026-11-20, done, PASS"})
    void a_treatment_is_overdue_from_the_day_after_unless_it_is_done(String due, String status, Outcome expected)
            throws IOException {
        String scenario = high();
        shop.more("treatments: [{scenario: %s, action: accept, owner: Ann, due: %s, status: %s, reason: so}]%n"
                .formatted(scenario, due, status));
        assertThat(ruling(shop.check(BUILT_IN), "treatments-on-time", scenario).outcome())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-08-21, PASS", "2026-08-20, FAIL"})
    void a_review_is_overdue_from_the_day_after_three_months(String date, Outcome expected) throws IOException {
        shop.more("reviews: [{date: %s, by: Ann, trigger: quarterly}]%n".formatted(date));
        assertThat(ruling(shop.check(BUILT_IN), "review-due", "system").outcome())
                .isEqualTo(expected);
    }

    @Test
    void a_system_that_nobody_ever_looked_at_is_overdue() throws IOException {
        assertThat(ruling(shop.check(BUILT_IN), "review-due", "system").outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void what_could_not_be_seen_is_undecided_and_named() throws IOException {
        shop.shown("encrypted", "nobody-knows-it", 1);
        assertThat(subjects(shop.check(BUILT_IN), "nothing-unseen", Outcome.UNDECIDED))
                .contains("ledger line 1");
    }

    @Test
    void questions_that_could_bring_in_a_high_scenario_leave_it_undecided_and_others_pass() throws IOException {
        Verdict verdict = shop.check(BUILT_IN);
        assertThat(subjects(verdict, "could-come", Outcome.UNDECIDED)).isNotEmpty();
        assertThat(subjects(verdict, "could-come", Outcome.PASS)).isNotEmpty();
    }

    @Test
    void a_budget_holds_up_to_its_number() throws IOException {
        int high = subjects(shop.check(BUILT_IN), "no-high", Outcome.FAIL).size();
        assertThat(outcomeOfBudget(high)).isEqualTo(Outcome.PASS);
        assertThat(outcomeOfBudget(high - 1)).isEqualTo(Outcome.FAIL);
    }

    private Outcome outcomeOfBudget(int most) throws IOException {
        return ruling(shop.check("gate: {budgets: {high: %d}}".formatted(most)), "budget-high", "system")
                .outcome();
    }

    @Test
    void the_built_in_budget_is_fifteen_of_the_medium_band() {
        assertThat(Gate.defaultPolicy()).contains("budgets: {medium: 15}");
    }

    @Test
    void an_expired_waiver_covers_nothing_and_is_not_told_as_needless() throws IOException {
        String scenario = high();
        Verdict verdict = shop.check("""
                gate:
                  waivers:
                    - {rule: no-high, subject: %s, approver: Ann, reason: why, expires: 2026-11-20}
                    - {rule: no-incident, subject: %s, approver: Ann, reason: why, expires: 2026-11-20}
                """.formatted(scenario, scenario));
        assertThat(ruling(verdict, "no-high", scenario).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(ruling(verdict, "waivers", "no-high of " + scenario).outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(verdict.notes()).isEmpty();
    }

    @Test
    void what_passes_is_never_waived() throws IOException {
        String scenario = high();
        Verdict verdict = shop.check("""
                gate:
                  waivers: [{rule: no-incident, subject: %s, approver: Ann, reason: why, expires: 2027-01-01}]
                """.formatted(scenario));
        assertThat(ruling(verdict, "no-incident", scenario).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void without_default_rules_only_the_own_ones_are_asked() throws IOException {
        Verdict verdict = shop.check("""
                gate:
                  default-rules: no
                  rules: [{id: own, title: t, each: system, require: "true"}]
                """);
        assertThat(verdict.rulings()).extracting(Ruling::rule).containsExactly("own");
    }

    @Test
    void a_word_against_a_control_is_believed_like_a_description() throws IOException {
        Verdict verdict =
                shop.ask("").attested("encrypted", "ask", false, false, 1, "").check("""
                        gate:
                          default-rules: no
                          rules:
                            - id: same
                              title: Nothing is claimed, so nothing is held by claims
                              each: risk
                              require: risk.unclaimed.probability == risk.probability
                        """);
        assertThat(ruling(verdict, "same", "flow-eavesdropping@ask").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void a_scenario_that_questions_could_make_high_is_undecided() throws IOException {
        Verdict verdict = shop.check(BUILT_IN);
        assertThat(subjects(verdict, "could-be-high", Outcome.UNDECIDED)).containsExactly("adversarial-inputs@net");
        assertThat(subjects(verdict, "could-come", Outcome.UNDECIDED)).contains("converted-after-test@net");
    }

    @Test
    void what_words_hold_fails_and_the_remedy_names_the_words_that_hold_it() throws IOException {
        Ruling held = ruling(
                shop.api(CLAIMED)
                        .attested("sandboxed", "api", false, false, 1, "")
                        .check(BUILT_IN),
                "held-by-proof",
                "vulnerable-dependency@api");
        assertThat(held.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(held.message()).contains("is medium by words alone");
        assertThat(held.remedy())
                .contains("input-validated@api", "casemate attest shop --junit")
                .doesNotContain("sandboxed");
    }
}
