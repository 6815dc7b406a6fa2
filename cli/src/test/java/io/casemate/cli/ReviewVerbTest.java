package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewVerbTest {
    @TempDir
    private Path folder;

    private Path system;

    @BeforeEach
    void copy() throws IOException {
        system = Files.createDirectories(folder.resolve("system"));
        Files.copy(Run.root().resolve("examples/image-classifier/casemate.yaml"), system.resolve("casemate.yaml"));
    }

    @Test
    void an_overdue_review_is_called_for_until_one_is_recorded() {
        assertThat(review().out())
                .contains("last reviewed on 2026-08-03", "overdue", "the review every 3 months was due on 2026-11-03");
        Run recorded = review("--by", "Ann", "--note", "no new flows");
        assertThat(recorded.code()).isZero();
        assertThat(recorded.out()).contains("recorded line 1: Ann reviewed the whole system");
        assertThat(review().out())
                .contains("last reviewed on 2026-11-21 by Ann", "next due on 2027-02-21", "nothing")
                .doesNotContain("overdue");
        assertThat(Run.casemate("audit", system).code()).isZero();
    }

    @Test
    void what_changes_after_a_review_calls_for_another() throws IOException {
        Files.createDirectories(system.resolve("models"));
        Path artifact = Files.writeString(system.resolve("models/catalogue-resnet50.pt"), "one");
        review("--by", "Ann", "--note", "fine");
        assertThat(review().out()).contains("nothing");
        Files.writeString(artifact, "another");
        Files.writeString(
                system.resolve("casemate.yaml"), Files.readString(system.resolve("casemate.yaml")) + "# a remark\n");
        assertThat(review().out())
                .contains("artifact-changed", "models/catalogue-resnet50.pt is another than the one reviewed")
                .contains("model-changed", "casemate.yaml is another than the one reviewed");
    }

    @Test
    void an_incident_calls_for_a_review_and_a_part_of_one_ends_no_term() throws IOException {
        review("--by", "Ann", "--note", "fine");
        Path evidence = Files.writeString(folder.resolve("incident.json"), """
                [{"kind": "finding", "body": {"provenance": {"source": "scan", "family": "", "version": "",
                "observedAt": "2026-11-21T12:00:00Z", "subjectSha256": ""}, "threat": "malicious-deserialisation",
                "target": "fine-tuning", "rule": "pickle/call", "message": "runs a command", "location": "",
                "decibans": 10, "incident": true}}]
                """);
        Run.casemate("attest", system, "--evidence", evidence, "--as-of", "2026-11-21T13:00:00Z");
        String later = "2026-11-21T14:00:00Z";
        assertThat(review("--as-of", later).out())
                .contains("incident", "pickle/call: runs a command, since 2026-11-21");
        review("--by", "Ann", "--note", "only the job", "--scope", "fine-tuning", "--as-of", later);
        assertThat(review("--as-of", later).out()).contains("runs a command");
        review("--by", "Ann", "--note", "all of it", "--as-of", later);
        assertThat(review("--as-of", later).out()).doesNotContain("runs a command");
    }

    @Test
    void a_withdrawn_review_does_not_count() {
        review("--by", "Ann", "--note", "fine");
        Run.casemate("attest", system, "--withdraw", "1", "--reason", "wrong system", "--by", "Ann");
        assertThat(review().out()).contains("last reviewed on 2026-08-03");
    }

    @Test
    void a_policy_says_how_often_and_waivers_have_their_days() throws IOException {
        Files.writeString(system.resolve("policy.yaml"), """
                review: {every-months: 6}
                scan:
                  waivers: [{rule: zip/x, reason: known, expires: 2026-10-01}]
                """);
        assertThat(review().out())
                .contains("every 6 months, next due on 2027-02-03", "the waiver of zip/x for ** ran out on 2026-10-01");
    }

    @Test
    void who_and_what_are_needed_all_at_once() {
        Run run = review("--scope", "resnet,fine-tunning");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("--by: is absent", "--note: is absent")
                .contains("unknown element or flow 'fine-tunning'; did you mean 'fine-tuning'?");
    }

    @Test
    void a_record_is_told_where_and_as_the_user_asks() throws IOException {
        Path file = folder.resolve("recorded.json");
        Run run = run("--by", "Ann", "--note", "fine", "--format", "json", "--output", file);
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(file).content().contains("\"by\": \"Ann\"", "\"last\": \"2026-11-21\"");
        Path ledger = system.resolve(".casemate/ledger.jsonl");
        Run onLedger = run("--by", "Ann", "--note", "fine", "--output", ledger);
        assertThat(onLedger.code()).isEqualTo(3);
        assertThat(onLedger.err()).contains("is what this run reads");
        assertThat(Files.readAllLines(ledger)).hasSize(1);
    }

    @Test
    void a_ledger_cut_off_in_the_middle_is_told() throws IOException {
        review("--by", "Ann", "--note", "fine");
        review("--by", "Bob", "--note", "fine");
        Path ledger = system.resolve(".casemate/ledger.jsonl");
        String lines = Files.readString(ledger);
        Files.writeString(ledger, lines.substring(0, lines.length() - 40));
        Run run = review();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("by Ann");
        assertThat(run.err()).contains("not seen: .casemate/ledger.jsonl:2", "written by half");
    }

    @Test
    void json_keeps_its_schema() throws IOException {
        String schema = Files.readString(Run.root().resolve("knowledge/schema/review.schema.json"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema, InputFormat.JSON)
                        .validate(run("--format", "json").out(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void reviews_of_two_branches_are_joined() throws IOException {
        Path branch = Files.createDirectories(folder.resolve("branch/.casemate"));
        Files.copy(system.resolve("casemate.yaml"), branch.resolveSibling("casemate.yaml"));
        Run.casemate("review", branch.resolveSibling(""), "--by", "Bob", "--note", "on a branch");
        review("--by", "Ann", "--note", "fine", "--as-of", "2026-11-20");
        Run merged = Run.casemate("ledger", "merge", system, "--from", branch.resolve("ledger.jsonl"));
        assertThat(merged.code()).as(merged.err()).isZero();
        assertThat(Run.casemate("audit", system).code()).isZero();
        assertThat(review().out()).contains("by Bob");
    }

    /** What it prints, with breaks of lines as blanks. */
    private Run review(Object... arguments) {
        Run run = run(arguments);
        return new Run(run.code(), run.out().replaceAll("\\s+", " "), run.err());
    }

    private Run run(Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = "review";
        all[1] = system;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Run.casemate(all);
    }
}
