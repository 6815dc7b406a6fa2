package io.casemate.core.evidence.ledger;

import static io.casemate.core.evidence.ledger.Samples.AT;
import static io.casemate.core.evidence.ledger.Samples.draft;
import static io.casemate.core.evidence.ledger.Samples.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerMergeTest {
    @TempDir
    Path folder;

    @Test
    void what_a_branch_recorded_is_appended_anew_with_the_hash_it_came_from() throws IOException {
        Path main = Samples.ledger(folder.resolve("main"), 2);
        Path branch = copy(main, "branch");
        Ledger.append(main, List.of(draft("ours")), AT);
        Ledger.append(branch, List.of(draft("theirs-1"), draft("theirs-2")), AT);

        MergeReport report = Ledger.merge(main, branch, AT.plusSeconds(60));

        assertThat(report.common()).isEqualTo(2);
        assertThat(report.skipped()).isZero();
        List<LedgerEntry> merged = report.append().appended();
        List<LedgerEntry> theirs = Ledger.read(branch).entries().subList(2, 4);
        assertThat(merged)
                .extracting(LedgerEntry::body)
                .isEqualTo(theirs.stream().map(LedgerEntry::body).toList());
        assertThat(merged)
                .extracting(LedgerEntry::mergedFrom)
                .isEqualTo(theirs.stream().map(LedgerEntry::hash).toList());
        assertThat(merged).extracting(LedgerEntry::seq).containsExactly(4L, 5L);
        assertThat(merged).extracting(LedgerEntry::at).containsOnly(AT.plusSeconds(60));
        assertThat(Ledger.audit(main).intact()).isTrue();
        assertThat(rules(Ledger.read(main).entries()))
                .containsExactly("rule-1", "rule-2", "ours", "theirs-1", "theirs-2");
    }

    @Test
    void merging_again_and_back_adds_nothing_twice() throws IOException {
        Path main = Samples.ledger(folder.resolve("main"), 1);
        Path branch = copy(main, "branch");
        Ledger.append(main, List.of(draft("ours")), AT);
        Ledger.append(branch, List.of(draft("theirs")), AT);
        Ledger.merge(main, branch, AT);
        byte[] once = Files.readAllBytes(main);

        assertThat(Ledger.merge(main, branch, AT).skipped()).isEqualTo(1);
        assertThat(Files.readAllBytes(main)).isEqualTo(once);
        assertThat(Ledger.merge(branch, main, AT).append().appended()).hasSize(1);
        assertThat(rules(Ledger.read(branch).entries())).containsExactly("rule-1", "theirs", "ours");
        assertThat(Ledger.merge(main, main, AT).append().appended()).isEmpty();
    }

    @Test
    void any_ledgers_merged_in_any_order_hold_everything_once() {
        long seed = 20260108L;
        RandomGenerator random = Samples.random(seed);
        for (int round = 0; round < 200; round++) {
            var disk = new LosingDisk(random);
            var writer = new LedgerWriter(disk, Duration.ZERO);
            List<Path> ledgers = List.of(virtual("a"), virtual("b"), virtual("c"));
            Map<String, Integer> recorded = new HashMap<>();
            for (int step = 0; step < 12; step++) {
                Path into = ledgers.get(random.nextInt(3));
                if (random.nextBoolean()) {
                    writer.append(into, List.of(draft("rule-" + step)), AT);
                    recorded.put("rule-" + step, 1);
                } else {
                    writer.merge(into, ledgers.get(random.nextInt(3)), AT);
                }
            }
            for (int i = 0; i < 6; i++) {
                writer.merge(ledgers.get(i % 3), ledgers.get((i + 1) % 3), AT);
            }
            for (Path ledger : ledgers) {
                LedgerReading reading = ChainReader.read(disk, ledger);
                assertThat(reading.problems())
                        .as("seed %d round %d", seed, round)
                        .isEmpty();
                assertThat(rules(reading.entries()))
                        .as("seed %d round %d", seed, round)
                        .containsExactlyInAnyOrderElementsOf(recorded.keySet());
            }
        }
    }

    @Test
    void a_withdrawal_finds_its_evidence_under_its_new_number() throws IOException {
        Path main = Samples.ledger(folder.resolve("main"), 1);
        Path branch = copy(main, "branch");
        Ledger.append(main, List.of(draft("ours")), AT);
        AppendReport theirs = Ledger.append(branch, List.of(draft("wrong")), AT);
        Ledger.append(branch, List.of(LedgerDraft.withdraw(theirs.appended().getFirst(), "wrong model", "ann")), AT);
        Ledger.merge(main, branch, AT);

        EvidenceBook book = Ledger.book(Ledger.read(main));
        assertThat(book.withdrawn()).containsExactly(3L);
        assertThat(book.standingEvidence()).extracting(e -> e.seq()).containsExactly(1L, 2L);
    }

    @Test
    void a_broken_branch_is_refused_and_nothing_is_written() throws IOException {
        Path main = Samples.ledger(folder.resolve("main"), 2);
        Path branch = copy(main, "branch");
        Ledger.append(branch, List.of(draft("theirs")), AT);
        Files.writeString(branch, Files.readString(branch).replace("theirs", "forged"));
        byte[] before = Files.readAllBytes(main);

        assertThatThrownBy(() -> Ledger.merge(main, branch, AT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(branch + ":3");
        Files.writeString(branch, Files.readString(branch).substring(0, 700));
        assertThatThrownBy(() -> Ledger.merge(main, branch, AT)).isInstanceOf(InvalidInputException.class);
        assertThat(Files.readAllBytes(main)).isEqualTo(before);
    }

    private Path copy(Path ledger, String name) throws IOException {
        Path copy = Ledger.of(folder.resolve(name));
        Files.createDirectories(copy.getParent());
        return Files.copy(ledger, copy);
    }

    private static Path virtual(String name) {
        return Path.of("merge", name, "ledger.jsonl").toAbsolutePath();
    }
}
