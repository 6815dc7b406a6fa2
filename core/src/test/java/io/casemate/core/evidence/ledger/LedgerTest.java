package io.casemate.core.evidence.ledger;

import static io.casemate.core.evidence.ledger.Samples.AT;
import static io.casemate.core.evidence.ledger.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.evidence.WatchSpan;
import io.casemate.core.json.Json;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path folder;

    @Test
    void evidence_of_every_kind_reads_back_as_it_was_recorded() {
        long seed = 20260109L;
        RandomGenerator random = Samples.random(seed);
        Path file = Ledger.of(folder);
        List<Evidence> evidence = new ArrayList<>();
        List<WatchSpan> spans = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            evidence.add(Samples.evidence(random));
            spans.add(Samples.span(random));
        }
        Ledger.append(file, evidence.stream().map(LedgerDraft::of).toList(), AT);
        Ledger.append(file, spans.stream().map(LedgerDraft::of).toList(), AT);

        EvidenceBook book = Ledger.book(Ledger.read(file));
        assertThat(book.evidence())
                .as("seed %d", seed)
                .extracting(Recorded::body)
                .isEqualTo(evidence);
        assertThat(book.spans()).as("seed %d", seed).extracting(Recorded::body).isEqualTo(spans);
        assertThat(book.withdrawn()).isEmpty();
    }

    @Test
    void a_line_has_the_published_form() throws IOException {
        Path file = Ledger.of(folder);
        LedgerEntry entry = Ledger.append(
                        file, List.of(new LedgerDraft("review", Json.object().put("by", "ann"), "")), AT)
                .appended()
                .getFirst();

        String open =
                "{\"at\":\"2026-10-01T08:00:00Z\",\"body\":{\"by\":\"ann\"},%s\"kind\":\"review\",\"prev\":\"%s\",\"seq\":1}";
        String sealed = open.formatted("\"hash\":\"" + entry.hash() + "\",", "0".repeat(64));
        assertThat(Files.readString(file)).isEqualTo(sealed + "\n");
        assertThat(LedgerLine.sha256(open.formatted("", "0".repeat(64)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(entry.hash());
    }

    @Test
    void withdrawn_evidence_stays_and_counts_nothing() {
        Path file = Samples.ledger(folder, 3);
        LedgerEntry second = Ledger.read(file).entries().get(1);
        Ledger.append(file, List.of(LedgerDraft.withdraw(second, "scanned the wrong file", "ann")), AT);

        EvidenceBook book = Ledger.book(Ledger.read(file));
        assertThat(book.evidence()).hasSize(3);
        assertThat(book.withdrawn()).containsExactly(2L);
        assertThat(book.standingEvidence()).extracting(Recorded::seq).containsExactly(1L, 3L);
    }

    @Test
    void every_broken_body_is_reported_at_once_with_its_line() {
        Path file = Samples.ledger(folder, 1);
        var noTrials = Json.object().put("attack", "fgsm").put("successes", 3).put("trials", "ten");
        var backwards = Json.object()
                .put("source", "s")
                .put("threat", "t")
                .put("target", "e")
                .put("from", "2026-02-01T00:00:00Z")
                .put("to", "2026-01-01T00:00:00Z");
        var nothing = Json.object()
                .put("seq", 9)
                .put("origin", "ab".repeat(32))
                .put("reason", "r")
                .put("by", "b");
        Ledger.append(
                file,
                List.of(
                        new LedgerDraft("attack", noTrials, ""),
                        new LedgerDraft("watch", backwards, ""),
                        new LedgerDraft("withdraw", nothing, "")),
                AT);

        var thrown = catchThrowableOfType(InvalidInputException.class, () -> Ledger.book(Ledger.read(file)));
        assertThat(thrown.problems())
                .extracting(Problem::where)
                .contains(
                        file + ":2 body.provenance",
                        file + ":2 body.trials",
                        file + ":3 body",
                        file + ":4 body.origin");
    }

    @Test
    void a_broken_body_that_was_withdrawn_is_no_problem() {
        Path file = Ledger.of(folder);
        LedgerEntry broken = Ledger.append(file, List.of(new LedgerDraft("alert", Json.object(), "")), AT)
                .appended()
                .getFirst();
        Ledger.append(file, List.of(LedgerDraft.withdraw(broken, "broken", "ann")), AT);

        assertThat(Ledger.book(Ledger.read(file)).evidence()).isEmpty();
    }

    @Test
    void a_kind_of_a_later_version_is_kept_and_noted() {
        Path file = Ledger.of(folder);
        Ledger.append(file, List.of(new LedgerDraft("prophecy", Json.object().put("x", 1), ""), draft("rule")), AT);

        LedgerReading reading = Ledger.read(file);
        assertThat(reading.notes()).hasSize(1);
        assertThat(reading.entries().getFirst().body()).isEqualTo(Json.object().put("x", 1));
        assertThat(Ledger.book(reading).evidence()).hasSize(1);
    }

    @Test
    void no_file_is_an_empty_ledger() {
        LedgerReading reading = Ledger.read(Ledger.of(folder));

        assertThat(reading.entries()).isEmpty();
        assertThat(Ledger.book(reading)).isEqualTo(EvidenceBook.EMPTY);
    }

    @Test
    void appending_nothing_leaves_no_file() {
        assertThat(Ledger.append(Ledger.of(folder), List.of(), AT).appended()).isEmpty();
        assertThat(Ledger.of(folder)).doesNotExist();
    }

    @Test
    void a_line_over_one_mebibyte_is_refused_and_nothing_of_its_batch_is_written() {
        Path file = Samples.ledger(folder, 1);
        byte[] before = Samples.bytes(file);

        assertThatThrownBy(() -> Ledger.append(file, List.of(draft("ok"), draft("x".repeat(1 << 20))), AT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("attach");
        assertThat(Samples.bytes(file)).isEqualTo(before);
    }

    @Test
    void a_ledger_that_cannot_be_written_is_named() throws IOException {
        Path file = Ledger.of(folder);
        Files.createDirectories(file);

        assertThatThrownBy(() -> Ledger.append(file, List.of(draft("rule")), AT))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void an_attachment_is_named_by_its_contents() throws IOException {
        Path file = Ledger.of(folder);
        byte[] abc = "abc".getBytes(StandardCharsets.UTF_8);

        String first = Ledger.attach(file, new ByteArrayInputStream(abc));
        String second = Ledger.attach(file, new ByteArrayInputStream(abc));

        assertThat(first)
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .isEqualTo(second);
        assertThat(Ledger.attachment(file, first)).hasBinaryContent(abc);
        try (Stream<Path> left = Files.list(Ledger.attachment(file, first).getParent())) {
            assertThat(left).hasSize(1);
        }
    }
}
