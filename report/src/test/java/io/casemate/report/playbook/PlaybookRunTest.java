package io.casemate.report.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.knowledge.playbook.Playbook;
import io.casemate.core.model.Review;
import io.casemate.core.model.SystemModel;
import io.casemate.report.example.ExampleSystems;
import io.casemate.report.markdown.MarkdownDocument;
import io.casemate.report.playbook.PlaybookRun.Item;
import io.casemate.report.playbook.PlaybookRun.StepRun;
import io.casemate.report.view.ViewInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybookRunTest {
    private static final Instant YESTERDAY = ExampleSystems.AS_OF.minus(Duration.ofDays(1));
    private static final Map<String, Playbook> PLAYBOOKS = ExampleSystems.KNOWLEDGE.playbooks();

    @ParameterizedTest
    @ValueSource(strings = {"image-classifier", "fraud-detection", "genai-platform"})
    void every_playbook_is_filled_and_leaves_no_placeholder(String example) {
        for (Playbook playbook : PLAYBOOKS.values()) {
            PlaybookRun run = PlaybookRun.of(playbook, "shop", ExampleSystems.input(example));
            assertThat(run.steps()).hasSameSizeAs(playbook.steps());
            for (StepRun step : run.steps()) {
                assertThat(step.items())
                        .allSatisfy(i -> assertThat(i.task() + i.command())
                                .as(playbook.id() + "/" + step.step().id())
                                .doesNotContainPattern("\\{[a-z]+}"));
            }
            assertThat(MarkdownDocument.of(run.document())).contains(playbook.title(), "Decides");
            assertThat(run.json().pretty()).contains("\"steps\"", "\"decides\"", "\"leaves\"");
        }
    }

    @Test
    void the_five_playbooks_are_there() {
        assertThat(PLAYBOOKS.keySet())
                .containsExactly("exposure-review", "incident-response", "llm-red-team", "risk-assessment", "workshop");
    }

    @Test
    void an_attack_that_counts_shows_its_scenario_as_done() {
        ViewInput before = ExampleSystems.input("genai-platform");
        Item first = step("llm-red-team", "attempts", before).items().getFirst();
        assertThat(first.done()).isFalse();
        String[] id = first.id().split("@");
        ViewInput after = with(
                "genai-platform",
                new AttackResult(Provenance.of("red-team", "", YESTERDAY), id[0], id[1], "by-hand", 3, 20));
        assertThat(step("llm-red-team", "attempts", after).items())
                .filteredOn(i -> i.id().equals(first.id()))
                .allSatisfy(i -> assertThat(i.done()).isTrue())
                .hasSize(1);
    }

    @Test
    void a_scan_of_the_file_shows_it_as_done() {
        assertThat(step("risk-assessment", "files", ExampleSystems.input("image-classifier"))
                        .state())
                .isEqualTo("open");
        ViewInput after = with(
                "image-classifier",
                new Attestation(Provenance.of("scan", "", YESTERDAY), "scanned", "resnet", true, true, ""));
        assertThat(step("risk-assessment", "files", after).state()).isEqualTo("done");
    }

    @Test
    void a_review_that_names_the_step_shows_it_as_done_until_it_is_too_old() {
        assertThat(rules("2026-11-01", "llm-red-team/rules").done()).isTrue();
        assertThat(rules("2026-11-01", "llm-red-team").done()).isTrue();
        assertThat(rules("2026-11-01", "quarterly").done()).isFalse();
        assertThat(rules("2025-11-01", "llm-red-team/rules").done()).isFalse();
        assertThat(rules("2026-12-01", "llm-red-team/rules").done()).isFalse();
    }

    @Test
    void each_role_is_asked_the_questions_of_its_own_facts() {
        ViewInput input = ExampleSystems.input("fraud-detection");
        List<Item> engineer = step("workshop", "ask-engineer", input).items();
        List<Item> architect = step("workshop", "ask-architect", input).items();
        assertThat(engineer).isNotEmpty().doesNotContainAnyElementsOf(architect);
        assertThat(engineer.size() + architect.size())
                .isEqualTo(input.assessment().questions().size());
    }

    private static Item rules(String date, String trigger) {
        SystemModel m = ExampleSystems.model("genai-platform");
        var reviewed = new SystemModel(
                m.scope(),
                m.assets(),
                m.adversaries(),
                m.zones(),
                m.elements(),
                m.flows(),
                m.treatments(),
                List.of(new Review(date, "Ann", trigger, "")));
        var input = ExampleSystems.input(reviewed, EvidenceBook.EMPTY, Map.of());
        return step("llm-red-team", "rules", input).items().getFirst();
    }

    private static ViewInput with(String example, Evidence evidence) {
        var book = new EvidenceBook(List.of(new Recorded<>(1, "", YESTERDAY, evidence)), List.of(), Set.of());
        return ExampleSystems.input(ExampleSystems.model(example), book, Map.of());
    }

    private static StepRun step(String playbook, String step, ViewInput input) {
        return PlaybookRun.of(Objects.requireNonNull(PLAYBOOKS.get(playbook)), "shop", input).steps().stream()
                .filter(s -> s.step().id().equals(step))
                .findFirst()
                .orElseThrow();
    }
}
