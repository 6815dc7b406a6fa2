package io.casemate.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.casemate.core.TestSystem;
import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.evidence.WatchSpan;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Part;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Candidate;
import io.casemate.core.threat.Factor;
import io.casemate.core.threat.Factor.Place;
import io.casemate.core.threat.Factor.Strength;
import io.casemate.core.threat.Route;
import io.casemate.core.threat.TestThreats;
import io.casemate.core.threat.Threat;
import io.casemate.core.threat.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sums that were worked by hand: prior .10, one model, attempts as stated. */
class HandWorkedTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final String DIGEST = "a".repeat(64);

    private final List<Recorded<Evidence>> evidence = new ArrayList<>();
    private final List<Recorded<WatchSpan>> spans = new ArrayList<>();
    private Map<String, String> digests = Map.of();
    private List<Factor> controls = List.of();
    private String[] facts = {};
    private double attempts = 1;

    @Test
    void no_evidence_leaves_the_prior() {
        assertThat(score().rating().vulnerability()).isCloseTo(0.10, within(1e-12));
    }

    @Test
    void a_finding_of_20_decibans_on_a_prior_of_10_percent_gives_917() {
        finding("scanner", 20, NOW);
        assertThat(score().rating().vulnerability()).isCloseTo(0.917, within(5e-4));
    }

    @Test
    void a_clean_finding_lowers_the_prior() {
        // odds 1/9 times 10^-0.6 = 0.02791; p = 0.02715
        finding("scanner", -6, NOW);
        assertThat(score().rating().vulnerability()).isCloseTo(0.02715, within(5e-6));
    }

    @Test
    void two_findings_of_one_family_count_once_and_the_strongest() {
        finding("scanner", 6, NOW);
        finding("scanner", 10, NOW);
        // odds 1/9 x 10 = 1.111; p = .526
        assertThat(score().rating().vulnerability()).isCloseTo(0.5263, within(5e-5));
    }

    @Test
    void findings_of_two_families_add() {
        finding("scanner", 10, NOW);
        finding("reviewer", 10, NOW);
        // odds 1/9 x 100 = 11.11; p = .917
        assertThat(score().rating().vulnerability()).isCloseTo(0.9174, within(5e-5));
    }

    @Test
    void the_sum_of_findings_is_capped_at_30() {
        finding("a", 20, NOW);
        finding("b", 20, NOW);
        finding("c", 20, NOW);
        // odds 1/9 x 1000 = 111.1; p = .99108
        assertThat(score().rating().vulnerability()).isCloseTo(0.99108, within(5e-6));
    }

    @Test
    void a_finding_loses_half_its_weight_in_a_half_life() {
        finding("scanner", 20, NOW.minus(Duration.ofDays(180)));
        assertThat(score().rating().vulnerability()).isCloseTo(0.5263, within(5e-5));
    }

    @Test
    void a_stale_finding_stops_counting() {
        finding("scanner", 20, NOW.minus(Duration.ofDays(365)));
        assertThat(score().rating().vulnerability()).isCloseTo(0.10, within(1e-12));
        assertThat(observed().uses()).singleElement().satisfies(u -> {
            assertThat(u.counts()).isFalse();
            assertThat(u.note()).contains("stale");
        });
    }

    @Test
    void a_finding_on_another_digest_stops_counting() {
        digests = Map.of("model.pt", "b".repeat(64));
        finding("scanner", 20, NOW);
        assertThat(score().rating().vulnerability()).isCloseTo(0.10, within(1e-12));
        assertThat(observed().uses().getFirst().note()).contains("another version");
    }

    @Test
    void the_same_finding_counts_while_the_digest_is_the_same() {
        digests = Map.of("model.pt", DIGEST);
        finding("scanner", 20, NOW);
        assertThat(score().rating().vulnerability()).isCloseTo(0.9174, within(5e-5));
    }

    @Test
    void fifty_eight_successes_in_100_trials_give_562() {
        attack(58, 100, NOW);
        assertThat(score().rating().vulnerability()).isCloseTo(0.562, within(5e-4));
    }

    @Test
    void no_success_in_500_trials_gives_less_than_one_in_a_thousand() {
        attack(0, 500, NOW);
        // 4 x .1 / 504
        assertThat(score().rating().vulnerability()).isCloseTo(0.4 / 504, within(1e-9));
    }

    @Test
    void the_term_of_trials_is_the_change_of_log_odds_and_not_capped() {
        attack(0, 500, NOW);
        Threat threat = threat();
        List<Term> terms = scoring().terms(threat, score().reading(), observed());
        assertThat(terms.getLast().decibans())
                .isCloseTo(10 * Math.log10((0.4 / 504) / (1 - 0.4 / 504)) - 10 * Math.log10(1.0 / 9), within(1e-9));
        assertThat(Odds.probability(terms.stream().mapToDouble(Term::decibans).sum()))
                .isCloseTo(score().rating().vulnerability(), within(1e-12));
    }

    @Test
    void trials_age_like_findings() {
        attack(58, 100, NOW.minus(Duration.ofDays(180)));
        // (.4 + 29) / (4 + 50)
        assertThat(score().rating().vulnerability()).isCloseTo(29.4 / 54, within(1e-9));
    }

    @Test
    void ten_alerts_in_half_a_year_on_gamma_1_1_give_733_a_year() {
        watch(NOW.minusSeconds(15_768_000), NOW);
        for (int i = 0; i < 10; i++) {
            alert(NOW.minus(Duration.ofDays(i + 1)));
        }
        assertThat(score().rating().frequency()).isCloseTo(7.33, within(5e-3));
    }

    @Test
    void a_silent_watch_lowers_the_frequency() {
        watch(NOW.minusSeconds(31_536_000), NOW);
        assertThat(score().rating().frequency()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void overlapping_watches_count_once_and_alerts_outside_them_nothing() {
        watch(NOW.minus(Duration.ofDays(100)), NOW.minus(Duration.ofDays(50)));
        watch(NOW.minus(Duration.ofDays(80)), NOW.minus(Duration.ofDays(27)));
        alert(NOW.minus(Duration.ofDays(60)));
        alert(NOW.minus(Duration.ofDays(5)));
        // (1 + 1) / (1 + 73/365)
        assertThat(score().rating().frequency()).isCloseTo(2 / 1.2, within(1e-9));
    }

    @Test
    void a_claimed_strong_control_takes_8_decibans_and_a_stated_absence_none() {
        controls = List.of(TestThreats.control("guarded", Place.TARGET, Strength.STRONG));
        facts = new String[] {"guarded"};
        // odds 1/9 x 10^-.8 = .01761; p = .01731
        assertThat(score().rating().vulnerability()).isCloseTo(0.01731, within(5e-6));
        facts = new String[] {"!guarded"};
        assertThat(score().rating().vulnerability()).isCloseTo(0.10, within(1e-12));
    }

    @Test
    void an_unknown_control_takes_half_a_deciban() {
        controls = List.of(TestThreats.control("guarded", Place.TARGET, Strength.STRONG));
        // odds 1/9 x 10^-.05 = .09903; p = .0901050
        assertThat(score().rating().vulnerability()).isCloseTo(0.0901050, within(5e-7));
    }

    @Test
    void probability_likelihood_score_and_band_follow() {
        attempts = 2;
        Rating rating = score().rating();
        // 1 - exp(-.2) = .18127; likelihood 2 x impact 2 = 4, medium
        assertThat(rating.probability()).isCloseTo(0.18127, within(5e-6));
        assertThat(rating.likelihood()).isEqualTo(2);
        assertThat(rating.score()).isEqualTo(4);
        assertThat(rating.band()).isEqualTo(Band.MEDIUM);
    }

    @Test
    void bands_begin_at_5_and_30_percent() {
        attempts = 0.5; // P = .0488
        assertThat(score().rating().likelihood()).isEqualTo(1);
        attempts = 0.52; // P = .0507
        assertThat(score().rating().likelihood()).isEqualTo(2);
        attempts = 3.56; // P = .2995
        assertThat(score().rating().likelihood()).isEqualTo(2);
        attempts = 3.58; // P = .3009
        assertThat(score().rating().likelihood()).isEqualTo(3);
    }

    @Test
    void an_incident_has_likelihood_3_whatever_its_age_until_its_artifact_changes() {
        digests = Map.of("model.pt", DIGEST);
        add(new Finding(
                provenance("scanner", NOW.minus(Duration.ofDays(700)), DIGEST),
                "t",
                "m",
                "rule",
                "malicious",
                "",
                0,
                true));
        assertThat(score().rating().likelihood()).isEqualTo(3);
        assertThat(observed().incident().happened()).isTrue();
        digests = Map.of("model.pt", "b".repeat(64));
        assertThat(observed().incident().happened()).isFalse();
        assertThat(score().rating().likelihood()).isEqualTo(2);
    }

    /** Pyfair 0.1-alpha.12's own test (MIT): capability against control, pair by pair, averages to a vulnerability of .4. */
    @Test
    void pairs_of_capability_and_control_are_trials_of_an_attack() {
        int[] control = {1, 2, 3, 4, 5};
        int[] capability = {5, 4, 3, 2, 1};
        int stronger = 0;
        for (int i = 0; i < control.length; i++) {
            stronger += capability[i] > control[i] ? 1 : 0;
        }
        attack(stronger, control.length, NOW);
        // the prior counts as four trials: (4 x .10 + 2) / (4 + 5)
        assertThat(score().rating().vulnerability()).isCloseTo(2.4 / 9, within(1e-12));
        attack(100_000 * stronger, 100_000 * control.length, NOW);
        assertThat(score().rating().vulnerability()).isCloseTo(0.4, within(1e-5));
    }

    private Threat threat() {
        return TestThreats.threat(
                "t", TestThreats.kind(ElementKind.MODEL), Threat.AT_TARGET, 0.10, controls.toArray(Factor[]::new));
    }

    private SystemModel model() {
        return new TestSystem()
                .element("m", ElementKind.MODEL, 2, facts)
                .artifact("m", "model.pt")
                .build();
    }

    private Scoring scoring() {
        return new Scoring(Topology.of(model()), TestThreats.WEIGHTS);
    }

    private Observed observed() {
        var book = new EvidenceBook(evidence, spans, Set.of());
        Evidences at = Evidences.at(NOW, book, Topology.of(model()), digests, TestThreats.WEIGHTS.evidence());
        return Observed.of(
                at.byScenario().getOrDefault("t@m", List.of()),
                at.spans().getOrDefault("t@m", List.of()),
                NOW,
                TestThreats.WEIGHTS);
    }

    private Scoring.Scored score() {
        Part target = model().elements().getFirst();
        var route = new Route(List.of(target), List.of(), attempts, List.of(), 0);
        return scoring()
                .worst(new Candidate(threat(), target, Truth.YES, List.of(route)), TestThreats.FACTS, observed());
    }

    private void finding(String family, double decibans, Instant at) {
        add(new Finding(provenance(family, at, DIGEST), "t", "m", "rule", "seen", "", decibans, false));
    }

    private void attack(int successes, int trials, Instant at) {
        add(new AttackResult(provenance("pgd", at, ""), "t", "m", "pgd", successes, trials));
    }

    private void alert(Instant at) {
        add(new Alert(provenance("signal", at, ""), "t", "m", "signal", 2, 1));
    }

    private void watch(Instant from, Instant to) {
        spans.add(new Recorded<>(spans.size() + 100, "", NOW, new WatchSpan("watch", "t", "m", from, to)));
    }

    private void add(Evidence body) {
        evidence.add(new Recorded<>(evidence.size() + 1, "", NOW, body));
    }

    private static Provenance provenance(String family, Instant at, String digest) {
        return new Provenance(family, family, "1", at, digest);
    }
}
