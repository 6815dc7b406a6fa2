package io.casemate.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.casemate.core.TestSystem;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.AssetKind;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Level;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Treatment;
import io.casemate.core.risk.MitigationEffect.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The whole stream on one small system: somebody outside queries a model that is worth copying. */
class AssessmentTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final String EXTRACTION = "model-extraction@scorer";

    private final List<Recorded<Evidence>> evidence = new ArrayList<>();

    private static TestSystem system(String... endpointFacts) {
        return new TestSystem()
                .asset("model-worth", AssetKind.MODEL_IP, Level.HIGH)
                .adversary(AdversaryProfile.COMPETITOR, Level.MEDIUM, Level.HIGH)
                .element("customer", ElementKind.USER, 0)
                .element("api", ElementKind.INFERENCE_ENDPOINT, 2, endpointFacts)
                .element("scorer", ElementKind.MODEL, 2, List.of("model-worth"))
                .flow("customer", "api")
                .flow("api", "scorer");
    }

    @Test
    void a_scenario_tells_its_path_its_presumptions_and_its_sum() {
        Risk risk = risk(assess(system().build()), EXTRACTION);
        assertThat(risk.path()).containsExactly("customer", "customer-to-api", "api", "api-to-scorer", "scorer");
        assertThat(risk.presumed()).isNotEmpty();
        assertThat(risk.current().impact()).isEqualTo(3);
        double sum = risk.terms().stream().mapToDouble(Term::decibans).sum();
        assertThat(Odds.probability(sum)).isCloseTo(risk.current().vulnerability(), within(1e-12));
        assertThat(risk.range().low()).isLessThanOrEqualTo(risk.current().probability());
        assertThat(risk.range().high()).isGreaterThanOrEqualTo(risk.current().probability());
    }

    @Test
    void impact_is_the_sensitivity_of_the_asset_at_the_end_of_the_path() {
        for (Level level : Level.values()) {
            var small = new TestSystem()
                    .asset("worth", AssetKind.MODEL_IP, level)
                    .adversary(AdversaryProfile.COMPETITOR, Level.MEDIUM, Level.HIGH)
                    .element("customer", ElementKind.USER, 0)
                    .element("api", ElementKind.INFERENCE_ENDPOINT, 2, "!rate-limited")
                    .element("scorer", ElementKind.MODEL, 2, List.of("worth"))
                    .flow("customer", "api")
                    .flow("api", "scorer");
            Assessment assessment = assess(small.build());
            assessment.risks().stream()
                    .filter(r -> r.id().equals(EXTRACTION))
                    .forEach(r -> assertThat(r.current().impact()).isEqualTo(level.rank()));
        }
    }

    @Test
    void a_verified_control_counts_more_than_a_claimed_one_and_a_failed_test_takes_the_claim_back() {
        double absent = risk(assess(system("!rate-limited").build()), EXTRACTION)
                .current()
                .vulnerability();
        double claimed = risk(assess(system("rate-limited").build()), EXTRACTION)
                .current()
                .vulnerability();
        attest("rate-limited", "api", true);
        double verified = risk(assess(system("rate-limited").build()), EXTRACTION)
                .current()
                .vulnerability();
        attest("rate-limit-queries", "api", false);
        double failed = risk(assess(system("rate-limited").build()), EXTRACTION)
                .current()
                .vulnerability();
        assertThat(verified).isLessThan(claimed);
        assertThat(claimed).isLessThan(absent);
        assertThat(failed).isCloseTo(absent, within(1e-12));
    }

    @Test
    void the_controls_of_a_door_to_the_internet_count_though_a_path_begins_there() {
        double open = risk(assess(system("internet-facing", "!rate-limited").build()), EXTRACTION)
                .current()
                .vulnerability();
        double limited = risk(assess(system("internet-facing", "rate-limited").build()), EXTRACTION)
                .current()
                .vulnerability();
        assertThat(limited).isLessThan(open);
    }

    @Test
    void a_scenario_that_controls_end_is_told_as_answered_with_the_controls() {
        SystemModel open = system().build();
        SystemModel closed = new TestSystem()
                .asset("model-worth", AssetKind.MODEL_IP, Level.HIGH)
                .adversary(AdversaryProfile.COMPETITOR, Level.MEDIUM, Level.HIGH)
                .element("customer", ElementKind.USER, 0)
                .element(
                        "api",
                        ElementKind.INFERENCE_ENDPOINT,
                        2,
                        "rate-limited",
                        "monitored",
                        "outputs-rounded",
                        "authenticated")
                .element(
                        "scorer",
                        ElementKind.MODEL,
                        2,
                        List.of("model-worth"),
                        "rate-limited",
                        "monitored",
                        "outputs-rounded",
                        "authenticated")
                .flow("customer", "api")
                .flow("api", "scorer")
                .build();
        assertThat(ids(assess(open))).contains(EXTRACTION);
        Assessment after = assess(closed);
        assertThat(ids(after)).doesNotContain(EXTRACTION);
        assertThat(after.answered())
                .filteredOn(a -> a.id().equals(EXTRACTION))
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.controls()).isNotEmpty();
                    assertThat(a.verified()).isFalse();
                    assertThat(a.inherent().probability()).isPositive();
                });
    }

    @Test
    void an_incident_stands_first_with_likelihood_3_and_is_never_hidden() {
        finding("model-extraction", "scorer", 0, true);
        Assessment assessment = assess(system("rate-limited").build());
        Risk first = assessment.risks().getFirst();
        assertThat(first.id()).isEqualTo(EXTRACTION);
        assertThat(first.incident().happened()).isTrue();
        assertThat(first.current().likelihood()).isEqualTo(3);
        assertThat(first.shown()).isTrue();
    }

    @Test
    void evidence_of_a_scenario_that_the_model_does_not_give_brings_it_in() {
        finding("malicious-deserialisation", "api", 20, false);
        Assessment assessment = assess(system().build());
        assertThat(risk(assessment, "malicious-deserialisation@api").shown()).isTrue();
    }

    @Test
    void evidence_that_fits_nothing_is_a_gap() {
        finding("model-extraction", "gone", 20, false);
        finding("no-such-threat", "api", 20, false);
        attest("no-such-control", "api", true);
        assertThat(assess(system().build()).gaps()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void evidence_under_a_former_id_counts() {
        finding("model-extraction", "old-scorer", 10, false);
        SystemModel model = system().formerly("scorer", "old-scorer").build();
        assertThat(risk(assess(model), EXTRACTION).evidence())
                .singleElement()
                .satisfies(e -> assertThat(e.counts()).isTrue());
    }

    @Test
    void evidence_after_the_moment_of_the_assessment_does_not_exist_yet() {
        finding("model-extraction", "scorer", 10, false);
        Assessment before = Assessment.of(KNOWLEDGE, system().build(), book(), Map.of(), NOW.minusSeconds(86_400));
        assertThat(risk(before, EXTRACTION).evidence()).isEmpty();
    }

    @Test
    void a_treatment_lowers_the_target_risk_and_makes_the_action_plan() {
        SystemModel model = system("!rate-limited")
                .treatment(new Treatment(
                        EXTRACTION,
                        Treatment.Action.MITIGATE,
                        List.of("rate-limit-queries"),
                        "API team",
                        "2026-10-01",
                        Treatment.Status.OPEN,
                        ""))
                .build();
        Assessment assessment = assess(model);
        Risk risk = risk(assessment, EXTRACTION);
        assertThat(risk.target().probability()).isLessThan(risk.current().probability());
        assertThat(assessment.actions())
                .filteredOn(a -> a.scenario().equals(EXTRACTION))
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.owner()).isEqualTo("API team");
                    assertThat(a.overdue()).isTrue();
                });
    }

    @Test
    void mitigations_say_whether_they_are_in_place_and_what_they_would_do() {
        Risk risk = risk(assess(system("!rate-limited").build()), EXTRACTION);
        assertThat(risk.mitigations())
                .filteredOn(m -> m.mitigation().equals("rate-limit-queries"))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.state()).isNotEqualTo(State.CLAIMED);
                    assertThat(m.after().probability())
                            .isLessThan(risk.current().probability());
                });
    }

    @Test
    void a_system_without_adversaries_presumes_all_six_and_says_so() {
        SystemModel model = new TestSystem()
                .asset("model-worth", AssetKind.MODEL_IP, Level.HIGH)
                .element("customer", ElementKind.USER, 0)
                .element("api", ElementKind.INFERENCE_ENDPOINT, 2)
                .element("scorer", ElementKind.MODEL, 2, List.of("model-worth"))
                .flow("customer", "api")
                .flow("api", "scorer")
                .build();
        Assessment assessment = assess(model);
        assertThat(ids(assessment)).contains(EXTRACTION);
        assertThat(assessment.gaps()).anyMatch(g -> g.where().equals("adversaries"));
    }

    @Test
    void a_review_is_due_three_months_after_the_last_one() {
        ReviewPlan plan = assess(system().review("2026-06-15").build()).review();
        assertThat(plan.due()).hasToString("2026-09-15");
        assertThat(plan.triggers()).anyMatch(t -> t.contains("overdue"));
        assertThat(assess(system().build()).review().triggers()).contains("never reviewed");
    }

    @Test
    void every_threat_of_the_catalogue_is_covered_with_a_reason_where_silent() {
        Coverage coverage = assess(system().build()).coverage();
        assertThat(coverage.threats()).hasSize(KNOWLEDGE.threats().size());
        assertThat(coverage.threats())
                .filteredOn(t -> t.outcome() != Coverage.Outcome.FIRED)
                .allSatisfy(t -> assertThat(t.because()).isNotEmpty().hasSizeLessThanOrEqualTo(160));
    }

    @Test
    void what_a_question_could_lift_into_the_high_band_is_not_calm() {
        var bands = KNOWLEDGE.weights().bands();
        Assessment open = assess(system("rate-limited").build());
        boolean high = open.risks().stream().anyMatch(r -> r.current().band() == Band.HIGH);
        boolean couldBe = open.risks().stream()
                .anyMatch(r -> bands.likelihood(r.range().high()) * r.current().impact() >= 6);
        assertThat(high).isFalse();
        assertThat(couldBe).isTrue();
        assertThat(open.outlook(bands)).isEqualTo(Assessment.Outlook.UNDECIDED);
        finding("model-extraction", "scorer", 0, true);
        assertThat(assess(system("rate-limited").build()).outlook(bands)).isEqualTo(Assessment.Outlook.HIGH);
        SystemModel nothing = new TestSystem()
                .adversary(AdversaryProfile.COMPETITOR, Level.LOW, Level.LOW)
                .element("clerk", ElementKind.USER, 3)
                .build();
        evidence.clear();
        assertThat(assess(nothing).outlook(bands)).isEqualTo(Assessment.Outlook.CALM);
    }

    @Test
    void the_same_input_gives_an_equal_result() {
        finding("model-extraction", "scorer", 10, false);
        assertThat(assess(system().build())).isEqualTo(assess(system().build()));
    }

    private void finding(String threat, String target, double decibans, boolean incident) {
        add(new Finding(Provenance.of("scanner", "1", NOW), threat, target, "rule", "seen", "", decibans, incident));
    }

    private void attest(String control, String target, boolean holds) {
        add(new Attestation(Provenance.of("tests", "1", NOW), control, target, holds, true, ""));
    }

    private void add(Evidence body) {
        evidence.add(new Recorded<>(evidence.size() + 1, "", NOW, body));
    }

    private EvidenceBook book() {
        return new EvidenceBook(evidence, List.of(), Set.of());
    }

    private Assessment assess(SystemModel model) {
        return Assessment.of(KNOWLEDGE, model, book(), Map.of(), NOW);
    }

    private static Risk risk(Assessment assessment, String id) {
        return assessment.risks().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s among %s".formatted(id, ids(assessment))));
    }

    private static List<String> ids(Assessment assessment) {
        return assessment.risks().stream().map(Risk::id).toList();
    }
}
