package io.casemate.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.knowledge.files.KnowledgeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeEditionTest {
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    @TempDir
    Path folder;

    private String digest() {
        var other = new Knowledge(
                KNOWLEDGE.threats(),
                KNOWLEDGE.mitigations(),
                KNOWLEDGE.facts(),
                KNOWLEDGE.standings(),
                KNOWLEDGE.conditions(),
                KNOWLEDGE.kinds(),
                KNOWLEDGE.weights(),
                KnowledgeFiles.of(folder));
        return KnowledgeEdition.of(other).sha256();
    }

    @Test
    void counts_what_there_is_and_names_the_editions_of_the_lists() {
        KnowledgeEdition edition = KnowledgeEdition.of(KNOWLEDGE);

        assertThat(edition.threats()).isEqualTo(KNOWLEDGE.threats().size());
        assertThat(edition.mitigations()).isEqualTo(KNOWLEDGE.mitigations().size());
        assertThat(edition.lists()).containsKeys("atlas", "nist-ai-rmf").doesNotContainValue("");
        assertThat(edition.sha256())
                .matches("[0-9a-f]{64}")
                .isEqualTo(KnowledgeEdition.of(KNOWLEDGE).sha256());
    }

    @Test
    void a_change_of_content_or_of_a_name_is_another_edition() throws IOException {
        Path threats = Files.createDirectories(folder.resolve("threats"));
        Files.writeString(threats.resolve("one.yaml"), "title: One\n");
        String first = digest();
        Files.writeString(threats.resolve("one.yaml"), "title: Two\n");
        String second = digest();
        Files.move(threats.resolve("one.yaml"), threats.resolve("two.yaml"));
        String third = digest();
        Files.writeString(folder.resolve("unrelated.yaml"), "title: Three\n");

        assertThat(first).isNotEqualTo(second);
        assertThat(second).isNotEqualTo(third);
        assertThat(digest()).isEqualTo(third);
    }
}
