package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitVerbTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "image-classifier", "fraud-detection", "genai-platform"})
    void every_template_assesses_at_once(String template) throws IOException {
        Path system = folder.resolve("shop-model");

        Run init = Run.casemate("init", system, "--template", template);
        assertThat(init.err()).isEmpty();
        assertThat(init.code()).isZero();
        assertThat(init.out()).contains("wrote " + system.resolve("casemate.yaml"), "next: casemate assess");
        assertThat(Files.readString(system.resolve("casemate.yaml")))
                .startsWith("# yaml-language-server: $schema=.casemate/casemate.schema.json")
                .contains("name: \"Shop model\"")
                .doesNotContain("{{");
        assertThat(system.resolve(".casemate/casemate.schema.json")).isNotEmptyFile();

        Run assess = Run.casemate("assess", system);
        assertThat(assess.err()).isEmpty();
        assertThat(assess.code()).isZero();
        assertThat(assess.out()).contains("Top risks", "Top questions");
    }

    @Test
    void a_model_that_is_there_is_kept_unless_forced() throws IOException {
        Path file = Files.writeString(folder.resolve("casemate.yaml"), "mine");

        Run refused = Run.casemate("init", folder);
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("is there already", "--force");
        assertThat(file).hasContent("mine");

        assertThat(Run.casemate("init", folder, "--force").code()).isZero();
        assertThat(Files.readString(file)).contains("casemate: 1");
    }

    @Test
    void a_file_is_no_folder_to_write_into() throws IOException {
        Path file = Files.writeString(folder.resolve("notes"), "mine");
        Run run = Run.casemate("init", file);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("is a file; name a folder");
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_template_and_questions_exclude_each_other() {
        Run run = Run.casemate("init", folder, "--guided", "--template", "minimal");
        assertThat(run.code()).isEqualTo(3);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void unanswered_questions_give_a_valid_model_of_what_is_not_known() throws IOException {
        Run init = Run.answering("", "init", folder, "--guided");
        assertThat(init.code()).isZero();
        assertThat(init.out()).contains("1 Scope", "2 Assets", "3 Adversaries", "4 Vectors", "5 Signals");
        assertThat(Files.readString(folder.resolve("casemate.yaml"))).doesNotContain("facts:");
        assertThat(Run.casemate("assess", folder).code()).isZero();
    }

    @Test
    void answers_become_elements_facts_and_flows() throws IOException {
        String answers = """
                Helpdesk "bot"
                Answers customers
                Support


                GDPR, EU AI Act
                y
                Our LLM
                high



                high
                high
                high
                external, reseacher
                external-hacker, researcher






                Chat API, Chat API
                yes
                no
                no
                unknown


                Main prompt
                yes
                Wiki
                no
                no

                Refund tool
                yes
                no
                yes
                no
                """;
        Run init = Run.answering(answers, "init", folder, "--guided");
        assertThat(init.err()).isEmpty();
        assertThat(init.code()).isZero();
        assertThat(init.out()).contains("'reseacher' is none of these; did you mean 'researcher'?");
        String yaml = Files.readString(folder.resolve("casemate.yaml"));
        assertThat(yaml)
                .contains("name: \"Helpdesk \\\"bot\\\"\"", "regulations: [\"GDPR\", \"EU AI Act\"]")
                .contains("kind: llm", "profile: researcher", "id: chat-api", "id: refund-tool, ")
                .contains("internet-facing: yes", "rate-limited: no", "side-effects: yes")
                .contains("from: our-llm, to: refund-tool");
        Run assess = Run.casemate("assess", folder);
        assertThat(assess.code()).isZero();
        assertThat(assess.out()).contains("prompt-injection");
    }
}
