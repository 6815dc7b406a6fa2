package io.casemate.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.framework.Framework.CoveredBy;
import io.casemate.core.knowledge.framework.Framework.Status;
import io.casemate.core.threat.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkTest {
    private static final String HEAD = """
            title: Small list
            prefix: SMALL
            authority: Somebody
            status: draft
            source: nowhere
            version: 1
            licence: none
            """;

    @TempDir
    Path root;

    private KnowledgeFolder folder;

    @BeforeEach
    void copy() throws IOException {
        folder = KnowledgeFolder.copyTo(root);
    }

    private Framework small(String rest) {
        folder.write("frameworks/small.yaml", HEAD + rest);
        return Knowledge.read(root).frameworks().get("small");
    }

    @Test
    void an_entry_needs_no_more_than_id_and_name() {
        Framework.Entry entry =
                small("entries: [{id: S1, name: First}]").entries().get("S1");

        assertThat(entry)
                .isEqualTo(new Framework.Entry("S1", "First", "entry", "", List.of(), Status.DRAFT, "", List.of(), ""));
    }

    @Test
    void an_entry_may_be_a_part_of_another_grouped_renamed_replaced_and_out_of_scope() {
        Framework framework = small("""
                counted: {threats: [way], mitigations: [help]}
                entries:
                  - {id: S0, name: Group, kind: group}
                  - {id: S1, name: First, kind: way, in: [S0], formerly: [Oldest]}
                  - {id: S1.1, name: Part, kind: way, parent: S1, scope: {out: no element is touched}}
                  - {id: S2, name: Second, kind: help, status: superseded, replaced-by: S1}
                """);

        assertThat(framework.counted())
                .isEqualTo(Map.of(CoveredBy.THREATS, Set.of("way"), CoveredBy.MITIGATIONS, Set.of("help")));
        assertThat(framework.entries().get("S1.1").outOfScope()).isEqualTo("no element is touched");
        assertThat(framework.entries().get("S1").formerly()).containsExactly("Oldest");
        assertThat(framework.entries().get("S2").replacedBy()).isEqualTo("S1");
    }

    @Test
    void lists_every_problem_of_a_list_with_its_line() {
        folder.write("frameworks/small.yaml", HEAD.replace("authority: Somebody\n", "") + """
                counted: {threats: [wayy], others: [way]}
                entries:
                  - {id: S1, name: First, kind: way, parent: S9}
                  - {id: S1, name: Again, kind: way, replaced-by: S1}
                  - {id: S3, kind: way, scope: {reason: none}}
                """);

        assertThat(folder.problems())
                .containsExactlyInAnyOrder(
                        "frameworks/small.yaml:1 authority: is missing; say who publishes it",
                        "frameworks/small.yaml:7 counted.threats[0]: unknown kind 'wayy'; did you mean 'way'?",
                        "frameworks/small.yaml:7 counted: unknown key 'others'; known are threats, mitigations, compliance",
                        "frameworks/small.yaml:9 entries[0].parent: unknown entry 'S9'; did you mean 'S1'?",
                        "frameworks/small.yaml:10 entries[1]: repeats 'S1'; remove one of the two",
                        "frameworks/small.yaml:10 entries[1].replaced-by: replaces an entry that is not superseded; add "
                                + "'status: superseded'",
                        "frameworks/small.yaml:11 entries[2].name: is missing; write the published name",
                        "frameworks/small.yaml:11 entries[2].scope.out: is missing; give the reason: 'scope: {out: why}'",
                        "frameworks/small.yaml:11 entries[2].scope: unknown key 'reason'; known are out");
    }

    @Test
    void the_lists_of_the_field_are_complete() {
        Map<String, Framework> all = Knowledge.read(KnowledgeFolder.REAL).frameworks();

        assertThat(kind(all.get("atlas"), "tactic")).isEqualTo(16);
        assertThat(all.get("atlas").entries().values().stream()
                        .filter(e -> e.kind().equals("technique") && e.status() == Status.FINAL))
                .hasSize(120);
        assertThat(kind(all.get("atlas"), "sub-technique")).isEqualTo(88);
        assertThat(kind(all.get("atlas"), "mitigation")).isEqualTo(40);
        assertThat(kind(all.get("nist-ai-rmf"), "subcategory")).isEqualTo(72);
        assertThat(kind(all.get("nist-ai-100-2"), "attack")).isEqualTo(25);
        assertThat(kind(all.get("iso-42001"), "control")).isEqualTo(38);
        assertThat(kind(all.get("eu-ai-act"), "area")).isEqualTo(8);
        assertThat(all.get("owasp-asi-2026").entries()).hasSize(10);
        assertThat(all.get("owasp-agentic").entries()).hasSize(17);
        assertThat(all.get("linddun").name("D")).contains("Detecting");
        assertThat(all.get("pasta").entries()).hasSize(7);
    }

    @Test
    void what_atlas_removed_stays_with_what_replaced_it() {
        Framework atlas = Knowledge.read(KnowledgeFolder.REAL).frameworks().get("atlas");

        assertThat(atlas.entries().values().stream().filter(e -> e.status() == Status.SUPERSEDED))
                .extracting(Framework.Entry::id, Framework.Entry::replacedBy)
                .containsExactlyInAnyOrder(
                        tuple("AML.T0019", "AML.T0115.000"),
                        tuple("AML.T0058", "AML.T0115.001"),
                        tuple("AML.T0104", "AML.T0115.002"));
    }

    @Test
    void ids_are_read_as_they_are_published_blanks_and_editions_included() {
        assertThat(Framework.reference("NIST-AI-RMF GOVERN 1.1 legal and regulatory requirements known"))
                .contains(new Reference("nist-ai-rmf", "GOVERN 1.1"));
        assertThat(Framework.reference("EU-AI-ACT Article 15 Accuracy, robustness and cybersecurity"))
                .contains(new Reference("eu-ai-act", "Article 15"));
        assertThat(Framework.reference("OWASP-ASI ASI01:2026 Agent Goal Hijack"))
                .contains(new Reference("owasp-asi-2026", "ASI01:2026"));
        assertThat(Framework.reference("LINDDUN I Identifying")).contains(new Reference("linddun", "I"));
        assertThat(Framework.reference("ATLAS")).isEmpty();
    }

    private static long kind(Framework framework, String kind) {
        return framework.entries().values().stream()
                .filter(e -> e.kind().equals(kind))
                .count();
    }
}
