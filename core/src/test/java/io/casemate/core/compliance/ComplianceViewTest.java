package io.casemate.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.casemate.core.compliance.ComplianceView.Result;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.framework.Framework.CoveredBy;
import io.casemate.core.knowledge.questionnaire.QuestionnaireReader;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.risk.Assessment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComplianceViewTest {
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String MODEL = """
            casemate: 1
            scope: {name: Small, owner: Somebody}
            zones:
              - {id: inside, trust: 2}
            elements:
              - {id: data, kind: data-set, zone: inside, facts: {provenance-known: yes}}
              - {id: job, kind: training-job, zone: inside}
            flows:
              - {from: data, to: job}
            """;

    private static Result result(String framework, String requirement, String model, Attestation... attestations) {
        return view(framework, model, attestations).results().stream()
                .filter(r -> r.id().equals(requirement))
                .findFirst()
                .orElseThrow();
    }

    private static ComplianceView view(String framework, String text, Attestation... attestations) {
        SystemModel model = SystemModelReader.read("casemate.yaml", text, KNOWLEDGE.vocabulary());
        List<Recorded<Evidence>> recorded = new ArrayList<>();
        for (Attestation attestation : attestations) {
            long seq = recorded.size() + 1L;
            recorded.add(
                    new Recorded<>(seq, "0".repeat(64), attestation.provenance().observedAt(), attestation));
        }
        var book = new EvidenceBook(recorded, List.of(), Set.of());
        Assessment assessment = Assessment.of(KNOWLEDGE, model, book, Map.of(), NOW);
        return ComplianceView.of(KNOWLEDGE, framework, assessment, book, Map.of());
    }

    private static Attestation attestation(
            String control, String target, boolean holds, boolean verified, int daysAgo) {
        var provenance = Provenance.of("suite", "1", NOW.minus(Duration.ofDays(daysAgo)));
        return new Attestation(provenance, control, target, holds, verified, "");
    }

    @Test
    void what_the_model_states_is_a_claim_and_what_a_test_showed_is_evidence() {
        Attestation tested = attestation("provenance-known", "data", true, true, 1);

        assertThat(result("iso-42001", "A.7.3", MODEL).fulfilment()).isEqualTo(Fulfilment.CLAIM);
        assertThat(result("iso-42001", "A.7.3", MODEL, tested).fulfilment()).isEqualTo(Fulfilment.EVIDENCE);
    }

    @Test
    void evidence_grows_stale_and_a_failed_test_is_a_gap_whatever_the_model_claims() {
        Attestation old = attestation("provenance-known", "data", true, true, 3_000);
        Attestation failed = attestation("provenance-known", "data", false, true, 1);

        assertThat(result("iso-42001", "A.7.3", MODEL, old).fulfilment()).isEqualTo(Fulfilment.STALE);
        assertThat(result("iso-42001", "A.7.3", MODEL, failed).fulfilment()).isEqualTo(Fulfilment.GAP);
    }

    @Test
    void the_weakest_part_decides() {
        String two = MODEL.replace("elements:\n", "elements:\n  - {id: other, kind: data-set, zone: inside}\n");
        Attestation tested = attestation("provenance-known", "data", true, true, 1);

        Result result = result("iso-42001", "A.7.3", two, tested);

        assertThat(result.fulfilment()).isEqualTo(Fulfilment.GAP);
        assertThat(result.seen())
                .singleElement()
                .satisfies(
                        s -> assertThat(s.words()).isEqualTo("1 verified, 0 stale, 0 claimed, 1 neither, of 2 parts"));
    }

    @Test
    void a_statement_is_a_claim_at_most_and_may_say_that_a_requirement_does_not_apply() {
        String stated = MODEL + """
                statements:
                  - {requirement: NIST-AI-RMF GOVERN 2.2, claim: Yearly course, by: HR}
                  - {requirement: NIST-AI-RMF MEASURE 2.2, not-applicable: No people are studied}
                """;

        assertThat(result("nist-ai-rmf", "GOVERN 2.2", MODEL).fulfilment()).isEqualTo(Fulfilment.GAP);
        assertThat(result("nist-ai-rmf", "GOVERN 2.2", stated).fulfilment()).isEqualTo(Fulfilment.CLAIM);
        assertThat(result("nist-ai-rmf", "GOVERN 2.2", stated).words()).isEqualTo("Yearly course (HR)");
        assertThat(result("nist-ai-rmf", "MEASURE 2.2", stated).fulfilment()).isEqualTo(Fulfilment.NOT_APPLICABLE);
        assertThat(result("nist-ai-rmf", "MEASURE 2.2", stated).words()).isEqualTo("No people are studied");
    }

    @Test
    void the_coverage_figure_counts_only_fresh_evidence() {
        ComplianceView words = view("nist-ai-rmf", MODEL);
        ComplianceView reviewed = view("nist-ai-rmf", MODEL + """
                reviews:
                  - {date: '2026-11-01', by: Somebody, trigger: initial}
                """);

        assertThat(words.results()).hasSize(72);
        assertThat(words.count(Fulfilment.CLAIM)).isPositive();
        assertThat(words.coverage()).isZero();
        assertThat(reviewed.coverage()).isPositive().isLessThan(0.2);
    }

    @Test
    void an_article_that_the_tier_does_not_want_is_not_applicable() {
        var answers = new StringBuilder(MODEL).append("answers:\n  eu-ai-act:\n");
        QuestionnaireReader.all(KNOWLEDGE)
                .get("eu-ai-act")
                .questions()
                .keySet()
                .forEach(q -> answers.append(
                        "    %s: %s\n".formatted(q, q.equals("union") || q.equals("ai-system") ? "yes" : "no")));

        Result article = result("eu-ai-act", "Article 10", answers.toString());

        assertThat(article.fulfilment()).isEqualTo(Fulfilment.NOT_APPLICABLE);
        assertThat(article.words()).contains("Minimal risk");
        assertThat(result("eu-ai-act", "Article 10", MODEL).fulfilment()).isEqualTo(Fulfilment.GAP);
    }

    @Test
    void a_requirement_names_the_lines_of_the_ledger_that_it_rests_on() {
        Attestation word = attestation("provenance-known", "data", true, false, 2);
        Attestation tested = attestation("provenance-known", "data", true, true, 3);

        assertThat(cited(result("iso-42001", "A.7.3", MODEL, word, tested)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.seq()).isEqualTo(2);
                    assertThat(line.kind()).isEqualTo("attestation");
                    assertThat(line.about()).isEqualTo("provenance-known@data");
                    assertThat(line.by()).isEqualTo("suite");
                    assertThat(line.ageDays()).isEqualTo(3);
                    assertThat(line.standing()).isEqualTo(Cited.Standing.FRESH);
                });
        assertThat(cited(result("iso-42001", "A.7.3", MODEL, word)))
                .extracting(Cited::standing)
                .containsExactly(Cited.Standing.WORD);
        assertThat(cited(result("iso-42001", "A.7.3", MODEL))).isEmpty();
    }

    @Test
    void what_was_shown_on_an_artifact_that_is_gone_is_stale() {
        var here = new Provenance("suite", "", "1", NOW.minus(Duration.ofDays(1)), "a".repeat(64));
        var tested = new Attestation(here, "provenance-known", "data", true, true, "");
        String with = MODEL.replace(
                "provenance-known: yes}}",
                "provenance-known: yes}, artifacts: [{path: d.csv, sha256: %s}]}".formatted("a".repeat(64)));

        Result gone = result("iso-42001", "A.7.3", MODEL, tested);

        assertThat(result("iso-42001", "A.7.3", with, tested).fulfilment()).isEqualTo(Fulfilment.EVIDENCE);
        assertThat(gone.fulfilment()).isEqualTo(Fulfilment.STALE);
        assertThat(cited(gone)).extracting(Cited::standing).containsExactly(Cited.Standing.OTHER_ARTIFACT);
    }

    @Test
    void what_is_recorded_later_does_not_exist_yet() {
        Attestation tomorrow = attestation("provenance-known", "data", true, true, -1);

        Result result = result("iso-42001", "A.7.3", MODEL, tomorrow);

        assertThat(result.fulfilment()).isEqualTo(Fulfilment.CLAIM);
        assertThat(cited(result)).isEmpty();
        assertThat(view("nist-ai-rmf", MODEL, tomorrow).results())
                .allSatisfy(r -> assertThat(cited(r)).isEmpty());
    }

    private static List<Cited> cited(Result result) {
        return result.seen().stream().flatMap(s -> s.cited().stream()).toList();
    }

    @Test
    void a_statement_on_nothing_is_refused() {
        String stated = MODEL + "statements: [{requirement: NIST-AI-RMF GOVERN 9.9, claim: yes}]\n";

        assertThat(catchThrowableOfType(InvalidInputException.class, () -> view("nist-ai-rmf", stated))
                        .problems())
                .singleElement()
                .asString()
                .contains("'NIST-AI-RMF GOVERN 9.9' is no requirement");
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> view("nist-ai-rm", MODEL))
                        .problems())
                .singleElement()
                .asString()
                .contains("did you mean 'nist-ai-rmf'?");
    }

    @Test
    void every_list_of_requirements_is_mapped_in_full() {
        Map<String, Mapping> mappings = Mapping.all(KNOWLEDGE);

        KNOWLEDGE.frameworks().values().forEach(framework -> {
            Set<String> kinds = framework.counted().getOrDefault(CoveredBy.COMPLIANCE, Set.of());
            List<String> requirements = framework.entries().values().stream()
                    .filter(e -> kinds.contains(e.kind()))
                    .map(e -> e.id())
                    .toList();
            if (!requirements.isEmpty()) {
                assertThat(mappings).containsKey(framework.id());
                assertThat(mappings.get(framework.id()).rows().keySet())
                        .as(framework.id())
                        .containsExactlyElementsOf(requirements);
            }
        });
    }
}
