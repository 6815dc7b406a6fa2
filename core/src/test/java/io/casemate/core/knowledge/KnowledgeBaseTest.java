package io.casemate.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.ElementKind;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Threat;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What must hold of the knowledge base as it is. */
class KnowledgeBaseTest {
    private static final Knowledge KNOWLEDGE = Knowledge.read(KnowledgeFolder.REAL);

    @Test
    void is_the_one_that_came_with_the_program() {
        Knowledge builtIn = Knowledge.builtIn();

        assertThat(builtIn.threats()).isEqualTo(KNOWLEDGE.threats()).isNotEmpty();
        assertThat(builtIn.facts()).isEqualTo(KNOWLEDGE.facts());
        assertThat(builtIn.mitigations()).isEqualTo(KNOWLEDGE.mitigations());
        assertThat(builtIn.weights()).isEqualTo(KNOWLEDGE.weights());
        assertThat(builtIn.frameworks()).isEqualTo(KNOWLEDGE.frameworks()).isNotEmpty();
    }

    @Test
    void every_profile_of_adversaries_has_a_standing() {
        assertThat(KNOWLEDGE.standings()).containsOnlyKeys(AdversaryProfile.values());
    }

    @Test
    void every_kind_has_a_title() {
        assertThat(KNOWLEDGE.kinds().titles()).containsOnlyKeys(ElementKind.values());
    }

    @Test
    void every_threat_ends_with_its_examples() throws IOException {
        for (String threat : KNOWLEDGE.threats().keySet()) {
            String text = Files.readString(KnowledgeFolder.REAL.resolve("threats/%s.yaml".formatted(threat)));
            String behind = text.substring(text.indexOf("\nexamples:") + 1);
            assertThat(behind.lines().skip(1)).as(threat).noneMatch(line -> line.matches("[a-z].*"));
        }
    }

    @Test
    void every_threat_names_published_ids_and_mitigations() {
        for (Threat threat : KNOWLEDGE.threats().values()) {
            assertThat(threat.references()).as(threat.id()).isNotEmpty();
            assertThat(threat.mitigations()).as(threat.id()).isNotEmpty();
            assertThat(threat.stride()).as(threat.id()).isNotEmpty();
        }
    }

    @Test
    void no_clause_reads_a_fact_that_makes_no_sense_for_any_of_the_kinds() {
        for (Threat threat : KNOWLEDGE.threats().values()) {
            if (threat.when() instanceof Condition.All all) {
                Set<ElementKind> kinds = EnumSet.allOf(ElementKind.class);
                all.of().forEach(clause -> {
                    if (clause instanceof Condition.KindIs is) {
                        kinds.retainAll(is.kinds());
                    }
                });
                all.of().forEach(clause -> {
                    if (clause instanceof Condition.FactIs is && !threat.onFlows()) {
                        Fact fact = KNOWLEDGE.facts().get(is.fact());
                        assertThat(fact.kinds())
                                .as("%s: %s", threat.id(), is.fact())
                                .containsAnyElementsOf(kinds);
                    }
                });
            }
        }
    }

    @Test
    void no_two_mitigations_set_the_same_fact() {
        Set<String> seen = new HashSet<>();
        for (Mitigation mitigation : KNOWLEDGE.mitigations().values()) {
            assertThat(seen.add(mitigation.fact())).as(mitigation.id()).isTrue();
        }
    }

    @Test
    void every_fact_makes_sense_somewhere_and_asks_a_question() {
        for (Fact fact : KNOWLEDGE.facts().values()) {
            assertThat(fact.flows() || !fact.kinds().isEmpty()).as(fact.id()).isTrue();
            assertThat(fact.question()).as(fact.id()).endsWith("?");
            assertThat(fact.presumptions())
                    .as(fact.id())
                    .allMatch(p -> fact.kinds().containsAll(p.kinds()));
        }
    }
}
