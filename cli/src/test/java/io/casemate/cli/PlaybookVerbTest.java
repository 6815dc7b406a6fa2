package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.playbook.Playbook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PlaybookVerbTest {
    private static final Path SYSTEM = Run.root().resolve("examples/image-classifier");

    @Test
    void playbooks_are_listed_and_shown() {
        assertThat(Run.casemate("playbook", "list").out()).contains("workshop", "incident-response");
        assertThat(Run.casemate("playbook", "show", "workshop").out()).contains("Business owner", "Decides:");
        Run wrong = Run.casemate("playbook", "show", "workshp");
        assertThat(wrong.code()).isEqualTo(3);
        assertThat(wrong.err()).contains("did you mean 'workshop'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "md", "html", "json"})
    void a_run_is_filled_with_the_values_of_the_system(String format) {
        Run run = Run.casemate("playbook", "run", "risk-assessment", SYSTEM, "--format", format);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Product photo classifier", "models/catalogue-resnet50.pt");
    }

    @Test
    void every_command_of_a_playbook_is_one_that_exists() {
        List<String> wrong = new ArrayList<>();
        for (Playbook playbook : Knowledge.builtIn().playbooks().values()) {
            for (Playbook.Step step : playbook.steps()) {
                if (!step.command().isEmpty() && !exists(step.command())) {
                    wrong.add("%s/%s: %s".formatted(playbook.id(), step.id(), step.command()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stride", "attack-surface", "pasta"})
    void a_view_is_written_in_three_formats_and_not_in_a_fourth(String kind) {
        for (String format : List.of("html", "md", "json")) {
            Run run = Run.casemate("report", SYSTEM, "--kind", kind, "--format", format);
            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("Product photo classifier");
        }
        Run sarif = Run.casemate("report", SYSTEM, "--kind", kind, "--format", "sarif");
        assertThat(sarif.code()).isEqualTo(3);
        assertThat(sarif.err()).contains("write html, md, json or pdf");
    }

    @Test
    void the_catalogue_is_written_to_a_folder(@TempDir Path folder) {
        Run run = Run.casemate("knowledge", "export", folder.resolve("new"));
        assertThat(run.code()).isZero();
        assertThat(folder.resolve("new/index.html")).exists();
        assertThat(Files.exists(folder.resolve("new/mitigations.md"))).isTrue();
    }

    /** Whether the verb, the verb below it and the options exist. */
    private static boolean exists(String command) {
        CommandLine verb = Main.commandLine();
        for (String word : command.split(" ")) {
            if (word.startsWith("--") && verb.getCommandSpec().findOption(word) == null) {
                return false;
            }
            CommandLine next = verb.getSubcommands().get(word);
            verb = next == null ? verb : next;
        }
        return verb.getParent() != null;
    }
}
