package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerbTest {
    @TempDir
    private Path folder;

    private Path system;
    private Path ledger;

    @BeforeEach
    void three_lines() {
        system = folder.resolve("a");
        ledger = system.resolve(".casemate/ledger.jsonl");
        Run.casemate("init", system);
        for (String control : List.of("logged", "rate-limited", "authenticated")) {
            attest(system, control);
        }
    }

    @Test
    void an_intact_ledger_gives_its_head() {
        Run run = Run.casemate("audit", system);
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("intact").contains("3 (3 attestation)").containsPattern("head +[0-9a-f]{64}");
        assertThat(Run.casemate("audit", ledger).out()).isEqualTo(run.out());
    }

    @Test
    void the_first_broken_line_is_named() throws IOException {
        Files.writeString(ledger, Files.readString(ledger).replace("rate-limited", "rate-limited "));
        Run run = Run.casemate("audit", system);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("BROKEN").contains("ledger.jsonl:2");
        assertThat(Run.casemate("audit", system, "--format", "json").out()).contains("\"intact\": false", "jsonl:2");
    }

    @Test
    void a_dropped_tail_shows_against_a_head_kept_elsewhere() throws IOException {
        String head = head();
        List<String> lines = Files.readAllLines(ledger);
        Files.writeString(ledger, lines.get(0) + "\n" + lines.get(1) + "\n");
        assertThat(Run.casemate("audit", system).code()).isZero();
        Run run = Run.casemate("audit", system, "--head", head);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("its tail was dropped");
    }

    @Test
    void lines_added_since_a_head_are_counted() {
        String head = head();
        attest(system, "monitored");
        Run run = Run.casemate("audit", system, "--head", head);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("since the given head  1 added");
    }

    @Test
    void a_half_line_is_broken_for_an_audit() throws IOException {
        Files.writeString(ledger, "{\"seq\":4", StandardOpenOption.APPEND);
        assertThat(Run.casemate("audit", system).code()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_is_undecided() throws IOException {
        Files.delete(ledger);
        Files.createDirectory(ledger);
        Run run = Run.casemate("audit", system);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("could not look", "ledger.jsonl");
    }

    @Test
    void an_absent_path_or_a_head_that_is_no_hash_is_a_bad_argument() {
        assertThat(Run.casemate("audit", folder.resolve("nowhere")).code()).isEqualTo(3);
        assertThat(Run.casemate("audit", folder).code()).isEqualTo(3);
        assertThat(Run.casemate("audit", system, "--head", "abc").code()).isEqualTo(3);
    }

    @Test
    void a_system_that_recorded_nothing_is_intact() {
        Path fresh = folder.resolve("fresh");
        Run.casemate("init", fresh);
        Run run = Run.casemate("audit", fresh);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("entries  0");
    }

    @Test
    void a_branch_is_merged_once() {
        Path branch = folder.resolve("b");
        Run.casemate("init", branch);
        attest(branch, "monitored");

        Run merge = Run.casemate("ledger", "merge", system, "--from", branch);
        assertThat(merge.code()).isZero();
        assertThat(merge.out()).isEqualTo("appended 1, already here 0%n".formatted());
        assertThat(Run.casemate("ledger", "merge", system, "--from", branch).out())
                .startsWith("appended 0");
        assertThat(Run.casemate("audit", system).out()).contains("entries  4");
    }

    @Test
    void a_broken_branch_is_not_merged() throws IOException {
        Path branch = Files.writeString(folder.resolve("branch.jsonl"), "no ledger\nat all\n");
        byte[] before = Files.readAllBytes(ledger);
        Run run = Run.casemate("ledger", "merge", system, "--from", branch);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("branch.jsonl:1");
        assertThat(ledger).hasBinaryContent(before);
    }

    private String head() {
        return Run.casemate("audit", system).out().replaceAll("(?s).*head +([0-9a-f]{64}).*", "$1");
    }

    private static void attest(Path system, String control) {
        Run run = Run.casemate("attest", system, "--control", control, "--target", "api", "--by", "Ann");
        assertThat(run.err()).isEmpty();
    }
}
