package io.casemate.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.model.ElementKind;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Factor;
import io.casemate.core.threat.Factor.Place;
import io.casemate.core.threat.Factor.Strength;
import io.casemate.core.threat.Reference;
import io.casemate.core.threat.Threat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeTest {
    private static final String THREAT = """
            title: Tapping
            maturity: sandbox
            stride: [information-disclosure]
            stage: inference
            references: [ATLAS AML.T0024, 'OWASP-LLM LLM02:2025']
            description: Somebody listens.
            scenario: Somebody listens at {target}.
            when:
              all:
                - kind: classical-model
                - {lacks: monitored}
                - path: {from: {the: caller}, via: [{kind: serving}], blocked-by: [encrypted], crossing: true}
            prior: 0.2
            skill: low
            impact: 2
            mitigations:
              - {id: encrypt-traffic, at: path, strength: strong}
              - {id: monitor-use}
            aggravated-by:
              - {fact: scores-exposed, strength: weak}
            false-positives: Nobody is near.
            """;

    @TempDir
    Path root;

    private KnowledgeFolder folder;

    @BeforeEach
    void copy() throws IOException {
        folder = KnowledgeFolder.copyTo(root);
    }

    private Threat tapping() {
        return Knowledge.read(root).threats().get("tapping");
    }

    @Test
    void reads_a_threat_with_its_path_apart_from_the_clauses_of_the_target() {
        folder.write("threats/tapping.yaml", THREAT);

        Threat threat = tapping();

        assertThat(threat.when())
                .isEqualTo(new Condition.All(List.of(
                        new Condition.KindIs(Set.of(ElementKind.MODEL, ElementKind.ENSEMBLE)),
                        new Condition.FactIs("monitored", false))));
        assertThat(threat.path().blockedBy()).containsExactly("encrypted");
        assertThat(threat.path().crossing()).isTrue();
        assertThat(threat.path().via()).hasSize(1);
        assertThat(threat.references())
                .containsExactly(new Reference("atlas", "AML.T0024"), new Reference("owasp-llm-2025", "LLM02:2025"));
        assertThat(threat.mitigations())
                .containsExactly(
                        new Factor("encrypted", true, "encrypt-traffic", Place.PATH, Strength.STRONG),
                        new Factor("monitored", true, "monitor-use", Place.TARGET, Strength.MODERATE));
        assertThat(threat.aggravations())
                .containsExactly(new Factor("scores-exposed", true, "", Place.TARGET, Strength.WEAK));
    }

    @Test
    void a_threat_may_aim_at_flows() {
        folder.write(
                "threats/tapping.yaml",
                THREAT.replace("stage:", "on: flow\nstage:")
                        .replaceAll("(?m)^    - (kind|path).*\n", "")
                        .replace("lacks: monitored", "lacks: encrypted"));

        assertThat(tapping().onFlows()).isTrue();
        assertThat(tapping().when()).isEqualTo(new Condition.All(List.of(new Condition.FactIs("encrypted", false))));
        assertThat(tapping().atTarget()).isTrue();
    }

    @Test
    void examples_are_not_read_with_the_threat() {
        folder.write("threats/tapping.yaml", THREAT + "examples: {applies: nonsense\n");

        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void lists_every_problem_of_a_threat_with_its_line() {
        folder.write(
                "threats/tapping.yaml",
                THREAT.replace("classical-model", "clasical-model")
                        .replace("lacks: monitored", "lacks: monitord")
                        .replace("the: caller", "the: callr")
                        .replace("prior: 0.2", "prior: 1.5")
                        .replace("id: monitor-use", "id: monitor-us")
                        .replace("fact: scores-exposed", "fact: logged")
                        .replace("AML.T0024", "AML.T9999")
                        .replace("stage: inference", "stage: inferense")
                        .replace("title:", "titel:"));

        assertThat(folder.problems())
                .containsExactlyInAnyOrder(
                        "threats/tapping.yaml:1: unknown key 'titel'; did you mean 'title'?",
                        "threats/tapping.yaml:1 title: is missing; name the threat",
                        "threats/tapping.yaml:4 stage: unknown stage 'inferense'; did you mean 'inference'?",
                        "threats/tapping.yaml:5 references[0]: names 'AML.T9999', which is not in "
                                + "knowledge/frameworks/atlas.yaml; correct the id, or add it there with its published name",
                        "threats/tapping.yaml:10 when.all[0].kind: unknown kind 'clasical-model'; did you mean "
                                + "'classical-model'?",
                        "threats/tapping.yaml:11 when.all[1].lacks: unknown fact 'monitord'; did you mean 'monitored'?",
                        "threats/tapping.yaml:12 when.all[2].path.from.the: unknown condition 'callr'; did you mean "
                                + "'caller'?",
                        "threats/tapping.yaml:13 prior: is 1.5; write a probability above 0 and below 1",
                        "threats/tapping.yaml:18 mitigations[1].id: unknown mitigation 'monitor-us'; did you mean "
                                + "'monitor-use'?",
                        "threats/tapping.yaml:20 aggravated-by[0].fact: is a control; list the mitigation that sets it, "
                                + "or name an exposure");
    }

    @Test
    void a_path_stands_once_and_only_at_the_top() {
        folder.write(
                "threats/tapping.yaml",
                THREAT.replace(
                        "    - {lacks: monitored}\n",
                        "    - {any: [{path: {from: {the: caller}}}]}\n    - {path: {from: {the: public}}}\n"));

        assertThat(folder.problems())
                .containsExactly(
                        "threats/tapping.yaml:11 when.all[1].any[0].path: stands inside a condition; put it once, directly "
                                + "below the first 'all' of 'when'",
                        "threats/tapping.yaml:13 when.all[3]: is a second path; keep one");
    }

    @Test
    void a_fact_cannot_be_denied_and_a_condition_is_one_key() {
        folder.write(
                "threats/tapping.yaml",
                THREAT.replace(
                        "    - {lacks: monitored}\n",
                        "    - {not: {the: public}}\n    - {lacks: monitored, is: logged}\n    - {has: logged}\n"));

        assertThat(folder.problems())
                .hasSize(3)
                .anyMatch(p -> p.startsWith("threats/tapping.yaml:11 when.all[1].not: denies a fact"))
                .anyMatch(p -> p.startsWith("threats/tapping.yaml:12 when.all[2]: has 2 conditions"))
                .anyMatch(p -> p.startsWith("threats/tapping.yaml:13 when.all[3]: has the unknown condition 'has'"));
    }

    @Test
    void a_mitigation_sets_one_fact_to_its_better_value() throws IOException {
        folder.edit("mitigations/encrypt-traffic.yaml", "{encrypted: yes}", "{encrypted: no}")
                .edit("mitigations/monitor-use.yaml", "{monitored: yes}", "{monitored: yes, logged: yes}")
                .edit("mitigations/rotate-keys.yaml", "{keys-rotated: yes}", "{keys-rotatd: yes}");

        assertThat(folder.problems())
                .containsExactly(
                        "mitigations/encrypt-traffic.yaml:2 sets.encrypted: is not the better value; write yes",
                        "mitigations/monitor-use.yaml:2 sets: sets 2 facts; set one: a mitigation is one fact in its better "
                                + "value",
                        "mitigations/rotate-keys.yaml:2 sets.keys-rotatd: is no fact of facts.yaml; correct the name, or "
                                + "declare the fact there");
    }

    @Test
    void weights_are_complete_in_order_and_sourced() throws IOException {
        folder.edit("weights.yaml", "  medium: 0.05\n", "")
                .edit("weights.yaml", "claimed: -8, verified: -14", "claimed: -14, verified: -8")
                .edit("weights.yaml", "[1, 0.3, 0.05]", "[1, 0.3]")
                .edit("weights.yaml", "{low: 1, medium: 10, high: 60}", "{low: 1, medium: -10, high: 60}")
                .edit(
                        "weights.yaml",
                        "  source: Expert judgement, see docs/adr/0006. Odds 1.4, 2 and 3",
                        "  sorce: Odds");

        assertThat(folder.problems())
                .hasSize(6)
                .anyMatch(p -> p.contains("effort.attempt-days.medium: is -10.0; write a number from 0.0 to 10000.0"))
                .anyMatch(p -> p.contains("controls.strong: has its weights in the wrong order"))
                .anyMatch(p -> p.contains("aggravation.source: is missing"))
                .anyMatch(p -> p.contains("aggravation: unknown key 'sorce'; did you mean 'source'?"))
                .anyMatch(p -> p.contains("frequency.skill-short-by: has 2 shares"))
                .anyMatch(p -> p.contains("bands.medium: is missing"));
    }

    @Test
    void what_is_not_there_is_named() throws IOException {
        Files.delete(root.resolve("adversaries/researcher.yaml"));
        Files.delete(root.resolve("conditions.yaml"));
        folder.write("adversaries/tourist.yaml", Files.readString(root.resolve("adversaries/competitor.yaml")));

        assertThat(folder.problems())
                .contains(
                        "conditions.yaml: does not exist; write it, or name the right folder",
                        "adversaries/researcher.yaml: does not exist; write it: every profile needs one")
                .anyMatch(p -> p.startsWith("adversaries/tourist.yaml:1: has a file name that is no profile"));
    }

    @Test
    void a_fact_needs_its_meaning_its_question_and_known_kinds() throws IOException {
        folder.edit("facts.yaml", "    question: Is it encrypted in transit?\n    on: [flow]", "    on: [flw]")
                .edit("facts.yaml", "        because: filtering is what a guardrail is for\n", "");

        assertThat(folder.problems())
                .hasSize(3)
                .anyMatch(p -> p.contains("flow.encrypted.question: is missing"))
                .anyMatch(p -> p.contains("flow.encrypted.on[0]: unknown kind 'flw'"))
                .anyMatch(p -> p.contains("llm.content-filtered.presume[0].because: is missing"));
    }

    @Test
    void a_presumption_follows_from_an_exposure_only() throws IOException {
        folder.edit("facts.yaml", "        where: third-party\n", "        where: signed\n");

        assertThat(folder.problems()).anyMatch(p -> p.contains("where: names 'signed', which is no exposure"));
    }
}
