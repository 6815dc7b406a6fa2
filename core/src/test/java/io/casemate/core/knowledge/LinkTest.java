package io.casemate.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.knowledge.framework.Crosswalk;
import io.casemate.core.threat.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link carries id and name, and is refused where these disagree. */
class LinkTest {
    private static final String MITIGATION = "mitigations/rate-limit-queries.yaml";

    @TempDir
    Path root;

    private KnowledgeFolder withReference(String reference) throws IOException {
        KnowledgeFolder folder =
                Files.exists(root.resolve(MITIGATION)) ? new KnowledgeFolder(root) : KnowledgeFolder.copyTo(root);
        String text = Files.readString(KnowledgeFolder.REAL.resolve(MITIGATION))
                .replaceAll("(?ms)^references:.*?(?=^[a-z]|\\z)", "");
        return folder.write(MITIGATION, text + "references: ['" + reference + "']\n");
    }

    @Test
    void a_name_that_belongs_to_another_id_is_refused() throws IOException {
        assertThat(withReference("ATLAS AML.T0048 LLM Prompt Injection: Indirect")
                        .problems())
                .singleElement()
                .asString()
                .contains("references[0]: calls AML.T0048 'LLM Prompt Injection: Indirect', which is 'External Harms'");
    }

    @Test
    void a_name_of_an_earlier_edition_is_refused() throws IOException {
        assertThat(withReference("ATLAS AML.T0020 Poison Training Data").problems())
                .singleElement()
                .asString()
                .contains("which is 'Training Data Poisoning'");
    }

    @Test
    void a_sub_technique_may_be_called_by_its_name_or_after_its_technique() throws IOException {
        assertThat(withReference("ATLAS AML.T0051.001 Indirect").problems()).isEmpty();
        assertThat(withReference("ATLAS AML.T0051.001 LLM Prompt Injection: Indirect")
                        .problems())
                .isEmpty();
        assertThat(withReference("ATLAS AML.T0051.001 Direct").problems()).hasSize(1);
    }

    @Test
    void a_crosswalk_that_names_another_entry_is_refused() throws IOException {
        KnowledgeFolder folder = KnowledgeFolder.copyTo(root);
        folder.edit(
                "crosswalks/owasp-llm-2026-to-atlas.yaml",
                "AML.T0024.000 Infer Training Data Membership",
                "'AML.T0048 LLM Prompt Injection: Indirect'");

        assertThat(folder.crosswalkProblems())
                .singleElement()
                .asString()
                .contains("calls AML.T0048 'LLM Prompt Injection: Indirect', which is 'External Harms'");
    }

    @Test
    void a_crosswalk_names_every_id() throws IOException {
        KnowledgeFolder folder = KnowledgeFolder.copyTo(root);
        folder.edit("crosswalks/owasp-llm-2026-to-atlas.yaml", "AML.T0051.001 Indirect", "AML.T0051.001");

        assertThat(folder.crosswalkProblems())
                .singleElement()
                .asString()
                .contains("has no name; write id and name: a wrong id is only seen beside a name");
    }

    @Test
    void a_link_may_be_left_out_only_where_it_is_wrong() throws IOException {
        KnowledgeFolder folder = KnowledgeFolder.copyTo(root);
        folder.edit(
                "crosswalks/owasp-llm-2026-to-atlas.yaml",
                "'AML.T0048 LLM Prompt Injection: Indirect'",
                "AML.T0048 External Harms");

        assertThat(folder.crosswalkProblems())
                .singleElement()
                .asString()
                .contains("has an id and a name that agree; list it among the links");
    }

    @Test
    void every_crosswalk_of_the_knowledge_base_says_who_says_so_and_the_dirty_row_is_known() {
        Map<String, Crosswalk> crosswalks = Knowledge.read(KnowledgeFolder.REAL).crosswalks();

        assertThat(crosswalks.values()).allSatisfy(c -> {
            assertThat(c.authority()).as(c.id()).isNotBlank();
            assertThat(c.links()).as(c.id()).isNotEmpty();
        });
        assertThat(crosswalks.get("ai-exchange-controls").links()).hasSize(78);
        assertThat(crosswalks.get("atlas-mitigations").links()).hasSize(246);
        assertThat(crosswalks.get("owasp-llm-2026-to-atlas").refused())
                .extracting(refused -> refused.to().reference())
                .containsExactly(new Reference("atlas", "AML.T0048"));
    }
}
