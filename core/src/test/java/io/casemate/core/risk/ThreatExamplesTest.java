package io.casemate.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.example.Example;
import io.casemate.core.knowledge.example.ExampleReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the catalogue, run through the whole assessment: they are its tests and its documentation. */
class ThreatExamplesTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void every_example_does_what_it_says() {
        Knowledge knowledge = Knowledge.builtIn();
        List<String> wrong = new ArrayList<>();
        for (String id : knowledge.threats().keySet()) {
            List<Example> examples = ExampleReader.read(knowledge, id);
            assertThat(examples).as(id).anyMatch(Example::applies).anyMatch(e -> !e.applies());
            for (Example example : examples) {
                if (fires(knowledge, example) != example.applies()) {
                    wrong.add("%s: %s example %d %s"
                            .formatted(
                                    id,
                                    example.applies() ? "applies" : "does-not",
                                    example.number(),
                                    example.applies() ? "stays silent" : "fires"));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean fires(Knowledge knowledge, Example example) {
        Assessment assessment = Assessment.of(knowledge, example.model(), EvidenceBook.EMPTY, Map.of(), NOW);
        return assessment.risks().stream()
                .anyMatch(r -> r.threat().id().equals(example.threatId())
                        && r.part().id().equals(example.targetId()));
    }
}
