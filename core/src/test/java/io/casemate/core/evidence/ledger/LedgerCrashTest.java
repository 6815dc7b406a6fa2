package io.casemate.core.evidence.ledger;

import static io.casemate.core.evidence.ledger.Samples.AT;
import static io.casemate.core.evidence.ledger.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.casemate.core.problem.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LedgerCrashTest {
    private static final Path FILE =
            Path.of("system", ".casemate", "ledger.jsonl").toAbsolutePath();

    @Test
    void no_acknowledged_evidence_is_lost_when_the_power_is_cut_anywhere() {
        long seed = 20260106L;
        RandomGenerator random = Samples.random(seed);
        int torn = 0;
        for (int round = 0; round < 1_200; round++) {
            var disk = new LosingDisk(random);
            var writer = new LedgerWriter(disk, Duration.ZERO);
            List<String> acknowledged = new ArrayList<>();
            for (int life = 0; life < 3; life++) {
                disk.cutPowerAfter(random.nextInt(25));
                torn += appendUntilThePowerIsCut(writer, random, acknowledged);
                disk.restart();
                LedgerReading reading = ChainReader.read(disk, FILE);
                assertThat(reading.problems())
                        .as("seed %d round %d life %d", seed, round, life)
                        .isEmpty();
                List<String> found = Samples.rules(reading.entries());
                assertThat(found)
                        .as("seed %d round %d life %d", seed, round, life)
                        .doesNotHaveDuplicates();
                assertThat(found.stream().filter(acknowledged::contains).toList())
                        .as("seed %d round %d life %d", seed, round, life)
                        .isEqualTo(acknowledged);
            }
        }
        assertThat(torn).as("half lines met and repaired").isGreaterThan(100);
    }

    private static int appendUntilThePowerIsCut(
            LedgerWriter writer, RandomGenerator random, List<String> acknowledged) {
        int repairs = 0;
        try {
            while (true) {
                List<String> batch = new ArrayList<>();
                for (int i = random.nextInt(1, 4); i > 0; i--) {
                    batch.add("rule-" + random.nextLong());
                }
                var report =
                        writer.append(FILE, batch.stream().map(Samples::draft).toList(), AT);
                repairs += report.repairs().size();
                acknowledged.addAll(batch);
            }
        } catch (LosingDisk.PowerCut cut) {
            return repairs;
        }
    }

    @Test
    void a_line_cut_at_any_byte_is_reported_and_set_aside_and_old_lines_stay() throws Exception {
        var whole = new LosingDisk(Samples.random(1));
        new LedgerWriter(whole, Duration.ZERO).append(FILE, List.of(draft("old"), draft("new")), AT);
        byte[] bytes = whole.bytes(FILE);
        int secondLine = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;

        for (int cut = secondLine + 1; cut < bytes.length - 1; cut++) {
            var disk = diskWith(Arrays.copyOf(bytes, cut));
            assertThat(ChainReader.read(disk, FILE).torn()).isTrue();

            AppendReport report = new LedgerWriter(disk, Duration.ZERO).append(FILE, List.of(draft("next")), AT);

            assertThat(report.repairs()).as("cut at %d", cut).hasSize(1);
            assertThat(report.repairs().getFirst().where()).isEqualTo(FILE + ":2");
            assertThat(report.repairs().getFirst().remedy()).contains("ledger.torn-1");
            assertThat(disk.bytes(FILE.resolveSibling("ledger.torn-1")))
                    .isEqualTo(Arrays.copyOfRange(bytes, secondLine, cut));
            assertThat(disk.bytes(FILE)).startsWith(Arrays.copyOf(bytes, secondLine));
            assertThat(Samples.rules(ChainReader.read(disk, FILE).entries())).containsExactly("old", "next");
        }
    }

    @Test
    void a_whole_last_line_without_its_newline_is_kept() throws Exception {
        var whole = new LosingDisk(Samples.random(1));
        new LedgerWriter(whole, Duration.ZERO).append(FILE, List.of(draft("old"), draft("new")), AT);
        var disk = diskWith(Arrays.copyOf(whole.bytes(FILE), whole.bytes(FILE).length - 1));

        AppendReport report = new LedgerWriter(disk, Duration.ZERO).append(FILE, List.of(draft("next")), AT);

        assertThat(report.repairs()).isEmpty();
        assertThat(Samples.rules(ChainReader.read(disk, FILE).entries())).containsExactly("old", "new", "next");
    }

    @Test
    void a_last_line_that_was_edited_is_no_half_line() throws Exception {
        var whole = new LosingDisk(Samples.random(1));
        new LedgerWriter(whole, Duration.ZERO).append(FILE, List.of(draft("old"), draft("new")), AT);
        String text = new String(whole.bytes(FILE), StandardCharsets.UTF_8);
        var disk = diskWith(text.replace("new", "bad").stripTrailing().getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new LedgerWriter(disk, Duration.ZERO).append(FILE, List.of(draft("next")), AT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("was edited");
    }

    @Test
    void a_full_disk_is_reported_with_its_path_and_leaves_no_half_line() {
        var probe = new LosingDisk(Samples.random(1));
        new LedgerWriter(probe, Duration.ZERO).append(FILE, List.of(draft("old"), draft("new")), AT);
        int lineBytes = probe.bytes(FILE).length / 2;
        for (int free = 0; free < lineBytes; free++) {
            var disk = new LosingDisk(Samples.random(1));
            var writer = new LedgerWriter(disk, Duration.ZERO);
            writer.append(FILE, List.of(draft("old")), AT);
            byte[] before = disk.bytes(FILE);
            disk.fillUpAfter(free);

            Throwable thrown = catchThrowable(() -> writer.append(FILE, List.of(draft("new")), AT));

            assertThat(thrown)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(FILE.toString())
                    .hasMessageContaining("No space left");
            assertThat(disk.bytes(FILE)).as("%d bytes free", free).isEqualTo(before);
            disk.fillUpAfter(Long.MAX_VALUE);
            assertThat(writer.append(FILE, List.of(draft("new")), AT).repairs()).isEmpty();
        }
    }

    @Test
    void an_attachment_is_there_whole_or_not_at_all() {
        long seed = 20260110L;
        RandomGenerator random = Samples.random(seed);
        for (int round = 0; round < 400; round++) {
            var disk = new LosingDisk(random);
            byte[] content = new byte[random.nextInt(150_000)];
            random.nextBytes(content);
            String sha256 = LedgerLine.sha256(content);
            disk.cutPowerAfter(random.nextInt(12));
            boolean acknowledged = attached(disk, content, sha256);
            disk.restart();
            Path kept = Attachments.folder(FILE).resolve(sha256);
            if (acknowledged || disk.exists(kept)) {
                assertThat(disk.bytes(kept)).as("seed %d round %d", seed, round).isEqualTo(content);
            }
        }
    }

    private static boolean attached(LosingDisk disk, byte[] content, String sha256) {
        try {
            assertThat(Attachments.attach(disk, FILE, new ByteArrayInputStream(content)))
                    .isEqualTo(sha256);
            return true;
        } catch (LosingDisk.PowerCut cut) {
            return false;
        }
    }

    private static LosingDisk diskWith(byte[] bytes) throws Exception {
        var disk = new LosingDisk(Samples.random(1));
        try (var out = disk.open(FILE)) {
            out.write(bytes, 0);
            out.sync();
        }
        return disk;
    }
}
