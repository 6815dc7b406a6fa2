package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffVerbTest {
    private static final Path EXAMPLE = Run.root().resolve("examples/genai-platform");
    private static final Path SCHEMA = Run.root().resolve("knowledge/schema/diff.schema.json");

    @TempDir
    private Path folder;

    private Path system;

    @BeforeEach
    void a_copy_of_an_example() throws IOException {
        system = folder.resolve("repository/shop");
        Files.createDirectories(system);
        Files.copy(EXAMPLE.resolve("casemate.yaml"), system.resolve("casemate.yaml"));
    }

    private void edit(String old, String now) throws IOException {
        Path model = system.resolve("casemate.yaml");
        String text = Files.readString(model);
        assertThat(text).contains(old);
        Files.writeString(model, text.replace(old, now));
    }

    /** The guardrail goes and is routed round, the retriever gets another id, and letters reach the model. */
    private void editAsInAPullRequest() throws IOException {
        Path model = system.resolve("casemate.yaml");
        String text = Files.readString(model);
        int guard = text.indexOf("  - id: guard\n");
        text = text.substring(0, guard) + text.substring(text.indexOf("  - id: chat-prompt\n"));
        text = text.replaceAll("(?m)^  - \\{id: f-(screen|trace),.*\\n", "")
                .replace("from: guard, to: chat-model", "from: chat-api, to: chat-model")
                .replaceAll("(to: |from: |id: |@)retriever\\b", "$1passage-search")
                .replace(
                        "\nflows:\n",
                        "\nflows:\n  - {id: f-open, name: open door, from: customer, to: claims-model}\n");
        Files.writeString(model, text);
    }

    private void git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-C",
                folder.resolve("repository").toString(),
                "-c",
                "user.name=x",
                "-c",
                "user.email=x@example.org"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(said).isZero();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_removed_guardrail_a_renamed_element_and_a_new_public_flow_are_three_causes() throws IOException {
        editAsInAPullRequest();
        Run run = Run.casemate("diff", EXAMPLE, system);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("3 changes: ")
                .contains("flow 'f-open' added: customer → claims-model")
                .contains("guardrail 'guard' removed")
                .contains("retriever 'retriever' renamed to 'passage-search'", "do: write 'formerly: [retriever]'");
        assertThat(run.out().lines().filter(l -> l.matches("[0-9]+  .*"))).hasSize(3);
        assertThat(run.out().lines()).allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void the_document_is_what_its_schema_says() throws IOException {
        editAsInAPullRequest();
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        for (Path other : List.of(system, EXAMPLE)) {
            Run run = Run.casemate("diff", EXAMPLE, other, "--format", "json");
            assertThat(run.out()).startsWith("{\n  \"casemate\": 1,\n  \"asOf\": \"2026-11-21T12:00:00Z\"");
            assertThat(schema.validate(run.out(), InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void a_comment_on_a_pull_request_is_one_line_one_table_and_folded_details() throws IOException {
        editAsInAPullRequest();
        Run run = Run.casemate("diff", EXAMPLE, system, "--format", "md");
        assertThat(run.out()).startsWith("### Threat model: 3 changes: ");
        assertThat(run.out().lines().filter(l -> l.startsWith("<details><summary>")))
                .hasSize(3);
        assertThat(run.out().lines().filter(l -> l.equals("</details>"))).hasSize(3);
        assertThat(run.out()).doesNotContain("@customer");
    }

    @Test
    void nothing_differs_between_a_system_and_itself() {
        Run run = Run.casemate("diff", EXAMPLE, system);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("No change: nothing that has a meaning differs.");
        assertThat(Run.casemate("diff", EXAMPLE, system, "--format", "md").out())
                .isEqualTo("### Threat model: No change: nothing that has a meaning differs.\n");
    }

    @Test
    void two_revisions_are_read_from_git_without_checking_them_out() throws IOException {
        git("init", "-q", "-b", "main");
        git("add", ".");
        git("commit", "-q", "-m", "first");
        git("tag", "v1");
        editAsInAPullRequest();
        Run files = Run.casemate("diff", EXAMPLE, system);
        for (Object[] arguments : new Object[][] {
            {"diff", "v1:" + system, system},
            {"diff", "--git", "v1", system},
            {"diff", "--git", "main", system.resolve("casemate.yaml")},
        }) {
            assertThat(Run.casemate(arguments)).isEqualTo(files);
        }
        git("commit", "-q", "-a", "-m", "second");
        for (Object[] arguments : new Object[][] {
            {"diff", "--git", "v1..main", system},
            {"diff", "--git", "v1", "--git", "HEAD", system},
            {"diff", "v1:" + system, "main:" + system},
        }) {
            assertThat(Run.casemate(arguments)).isEqualTo(files);
        }
    }

    @Test
    void what_git_does_not_have_is_told() throws IOException {
        assertThat(Run.casemate("diff", "--git", "main", system).err()).contains("lies in no git repository");
        git("init", "-q", "-b", "main");
        git("add", ".");
        git("commit", "-q", "-m", "first");
        Run unknown = Run.casemate("diff", "--git", "nowhere", system);
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(unknown.err()).contains("'nowhere': is no revision of the repository at", "'git branch -a'");
        assertThat(Run.casemate("diff", "--git", "--output=x", system).code()).isEqualTo(3);
        Files.createDirectories(folder.resolve("repository/other"));
        assertThat(Run.casemate("diff", "main:" + folder.resolve("repository/other"), system)
                        .err())
                .contains("main:other/casemate.yaml: does not exist in this revision");
    }

    @Test
    void two_moments_of_one_ledger_differ_by_the_evidence_between_them() {
        Run attested = Run.casemate(
                "attest",
                system,
                "--control",
                "human-approval",
                "--target",
                "payout-tool",
                "--by",
                "Ann",
                "--statement",
                "yes");
        assertThat(attested.code()).as(attested.err()).isZero();
        Run since = Run.casemate("diff", system + "@2026-11-01", system);
        assertThat(since.code()).as(since.err()).isZero();
        assertThat(since.out())
                .contains("from 2026-11-01T00:00:00Z to 2026-11-21T12:00:00Z")
                .contains("1 change: ")
                .contains("new evidence: attestation by Ann at payout-tool");
        assertThat(Run.casemate("diff", "--as-of", "2026-11-01", system)).isEqualTo(since);
        assertThat(Run.casemate("diff", "--as-of", "2026-11-01", "--as-of", "2026-11-21T12:00:00Z", system))
                .isEqualTo(since);
        assertThat(Run.casemate("diff", system + "@2026-10-01", system + "@2026-11-01")
                        .out())
                .contains("No change");
        assertThat(Run.casemate("diff", system, system + "@2026-11-01").out()).contains("evidence gone: attestation");
    }

    @Test
    void a_model_file_alone_says_nothing_of_evidence() throws IOException {
        Run.casemate(
                "attest",
                system,
                "--control",
                "human-approval",
                "--target",
                "payout-tool",
                "--by",
                "Ann",
                "--statement",
                "yes");
        Path alone = folder.resolve("draft.yaml");
        Files.copy(system.resolve("casemate.yaml"), alone);
        assertThat(Run.casemate("diff", system, alone).out()).contains("No change");
        assertThat(Run.casemate("diff", system, EXAMPLE).out()).contains("evidence gone: attestation by Ann");
    }

    @Test
    void wrong_arguments_are_told_all_at_once() throws IOException {
        Run run = Run.casemate("diff", "--as-of", "soon", "--git", "a..", system, EXAMPLE);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("--as-of: 'soon' is no moment", "--git: 'a..' is no pair of revisions");
        assertThat(Run.casemate("diff", "--git", "main", system, EXAMPLE).err())
                .contains("--git: is given with two systems");
        assertThat(Run.casemate("diff", system).err()).contains("is compared with nothing");
        edit("kind: guardrail", "kind: guardrial");
        assertThat(Run.casemate("diff", EXAMPLE, system).err()).contains("did you mean 'guardrail'?");
    }

    @Test
    void what_is_wrong_with_both_sides_is_told_at_once() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Run run = Run.casemate("diff", folder.resolve("nowhere"), empty);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("nowhere: does not exist", "empty: has no casemate.yaml");
    }

    @Test
    void a_third_system_and_a_day_that_is_none_are_refused() {
        Run third = Run.casemate("diff", system, system, folder);
        assertThat(third.code()).isEqualTo(3);
        assertThat(third.err()).contains("'%s': is the third of 3 systems".formatted(folder));
        Run day = Run.casemate("diff", system + "@2026-13-01", system);
        assertThat(day.code()).isEqualTo(3);
        assertThat(day.err()).contains("'2026-13-01' is no moment; write 2026-11-21");
    }

    @Test
    void half_a_pair_of_revisions_is_one_problem() {
        Run run = Run.casemate("diff", "--git", "main..", system);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("'main..' is no pair of revisions").doesNotContain("compared with nothing");
    }

    @Test
    void a_folder_without_a_repository_is_told_in_the_words_of_git() {
        Run run = Run.casemate("diff", "--git", "main", system);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("shop: lies in no git repository: git says 'not a git repository", "compare two folders");
    }

    @Test
    void an_answer_never_takes_the_place_of_a_model() throws IOException {
        Path model = system.resolve("casemate.yaml");
        String before = Files.readString(model);
        Run run = Run.casemate("diff", system, EXAMPLE, "--output", model);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("is what this run reads");
        assertThat(model).hasContent(before);
    }

    @Test
    void what_can_no_more_be_looked_at_is_told_though_nothing_else_changed() throws IOException {
        edit("  - id: guard\n", "  - id: guard\n    artifacts: [{path: rules.bin}]\n");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.copy(system.resolve("casemate.yaml"), other.resolve("casemate.yaml"));
        Files.writeString(system.resolve("rules.bin"), "rules");
        Run gone = Run.casemate("diff", system, other);
        assertThat(gone.out())
                .contains("not seen any more: guard, artifact rules.bin: is not there")
                .doesNotContain("seen again");
        Run back = Run.casemate("diff", other, system, "--format", "md");
        assertThat(back.out())
                .contains("- seen again: guard, artifact rules.bin")
                .doesNotContain("not seen");
        assertThat(Run.casemate("diff", other, other, "--format", "json").out())
                .contains("\"opened\": [],", "\"closed\": [],", "\"gaps\": ");
    }

    @Test
    void a_file_that_is_missing_under_either_name_of_its_element_is_no_change() throws IOException {
        edit("  - id: guard\n", "  - id: guard\n    artifacts: [{path: rules.bin}]\n");
        git("init", "-q");
        git("add", ".");
        git("commit", "-q", "-m", "one");
        Path model = system.resolve("casemate.yaml");
        Files.writeString(
                model,
                Files.readString(model)
                        .replaceAll("(to: |from: |id: |@)guard\\b", "$1sieve")
                        .replace("  - id: sieve\n", "  - id: sieve\n    formerly: [guard]\n"));
        Run run = Run.casemate("diff", "--git", "HEAD", system);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("renamed").doesNotContain("not seen any more", "seen again");
    }

    @Test
    void the_number_of_open_questions_is_compared() throws IOException {
        edit("content-filtered: yes, red-teamed: yes", "content-filtered: unknown, red-teamed: unknown");
        assertThat(Run.casemate("diff", EXAMPLE, system).out()).containsPattern("open questions \\d+ → \\d+");
    }
}
