package io.casemate.core.knowledge.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.files.KnowledgeFiles;
import io.casemate.core.model.Asset;
import io.casemate.core.model.AssetKind;
import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Level;
import io.casemate.core.model.SystemModel;
import io.casemate.core.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleReaderTest {
    private static final Knowledge BUILT_IN = Knowledge.builtIn();

    @TempDir
    Path root;

    private List<Example> read(String text) throws IOException {
        Files.createDirectories(root.resolve("threats"));
        Files.writeString(root.resolve("threats/tapping.yaml"), text);
        var knowledge = new Knowledge(
                BUILT_IN.threats(),
                BUILT_IN.mitigations(),
                BUILT_IN.facts(),
                BUILT_IN.standings(),
                BUILT_IN.conditions(),
                BUILT_IN.kinds(),
                BUILT_IN.weights(),
                KnowledgeFiles.of(root));
        return ExampleReader.read(knowledge, "tapping");
    }

    @Test
    void a_chain_becomes_elements_joined_by_flows_with_the_last_as_target() throws IOException {
        Example example = read("""
                examples:
                  applies:
                    - [{kind: user}, {kind: model, holds: [model-ip], yes: [monitored], no: [signed]}]
                  does-not:
                    - [{kind: user, trust: 3}, {kind: model, holds: {model-ip: low}}]
                """).getFirst();

        SystemModel model = example.model();
        Element target = model.elements().getLast();
        assertThat(example.applies()).isTrue();
        assertThat(example.targetId()).isEqualTo(target.id());
        assertThat(target.kind()).isEqualTo(ElementKind.MODEL);
        assertThat(target.zone()).isEqualTo("z2");
        assertThat(target.facts()).isEqualTo(Map.of("monitored", true, "signed", false));
        assertThat(model.elements().getFirst().zone()).isEqualTo("z0");
        assertThat(model.flows()).hasSize(1).allMatch(f -> f.to().equals(target.id()));
        assertThat(model.assets()).extracting(Asset::kind).containsExactly(AssetKind.MODEL_IP);
        assertThat(model.adversaries()).isEmpty();
    }

    @Test
    void trust_sensitivity_numbers_and_targets_can_be_stated() throws IOException {
        List<Example> examples = read("""
                examples:
                  applies:
                    - [{kind: model}]
                  does-not:
                    - [{kind: model}]
                    - [{kind: user, trust: 3}, {kind: model, target: true, holds: {model-ip: low}}, {kind: store}]
                """);

        Example last = examples.getLast();
        assertThat(last.number()).isEqualTo(2);
        assertThat(last.targetId()).isEqualTo("e2");
        assertThat(last.model().elements().getFirst().zone()).isEqualTo("z3");
        assertThat(last.model().assets()).extracting(Asset::sensitivity).containsExactly(Level.LOW);
    }

    @Test
    void a_flow_between_two_elements_carries_facts_and_assets_and_is_the_target_of_a_threat_on_flows()
            throws IOException {
        Example example = read("""
                on: flow
                examples:
                  applies:
                    - [{kind: user}, {flow: true, no: [encrypted], carries: [user-data]}, {kind: process}]
                  does-not:
                    - [{kind: user}, {kind: process}]
                """).getFirst();

        Flow flow = example.model().flows().getFirst();
        assertThat(example.targetId()).isEqualTo(flow.id());
        assertThat(flow.facts()).isEqualTo(Map.of("encrypted", false));
        assertThat(flow.carries()).hasSize(1);
    }

    @Test
    void an_id_leads_back_to_an_earlier_element() throws IOException {
        SystemModel model = read("""
                examples:
                  applies:
                    - [{kind: agent, id: helper}, {kind: tool}, {id: helper}]
                  does-not:
                    - [{kind: agent}]
                """).getFirst().model();

        assertThat(model.elements()).hasSize(2);
        assertThat(model.flows()).hasSize(2);
        assertThat(model.flows().getLast().to()).isEqualTo("helper");
    }

    @Test
    void lists_every_problem_with_its_line() {
        assertThatThrownBy(() -> read("""
                        examples:
                          applies:
                            - [{kind: modell, yes: [monitord], hold: [model-ip]}]
                            - []
                        """))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "tapping.yaml:3 examples.applies[0][0].kind: unknown kind 'modell'; did you mean 'model'?")
                .hasMessageContaining("tapping.yaml:3 examples.applies[0][0].yes[0]: unknown fact 'monitord'")
                .hasMessageContaining(
                        "tapping.yaml:3 examples.applies[0][0]: unknown key 'hold'; did you mean 'holds'?")
                .hasMessageContaining("tapping.yaml:4 examples.applies[1]: has no element")
                .hasMessageContaining("examples.does-not: is missing");
    }
}
