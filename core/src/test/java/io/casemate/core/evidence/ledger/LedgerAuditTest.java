package io.casemate.core.evidence.ledger;

import static io.casemate.core.evidence.ledger.Samples.AT;
import static io.casemate.core.evidence.ledger.Samples.draft;
import static io.casemate.core.evidence.ledger.Samples.ledger;
import static io.casemate.core.evidence.ledger.Samples.lines;
import static io.casemate.core.evidence.ledger.Samples.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonLimits;
import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerAuditTest {
    @TempDir
    Path folder;

    private Path file;
    private List<String> lines;

    @BeforeEach
    void six_lines() {
        file = ledger(folder, 6);
        lines = lines(file);
    }

    @Test
    void an_untouched_ledger_is_intact() {
        AuditReport report = Ledger.audit(file);

        assertThat(report.intact()).isTrue();
        assertThat(report.problems()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.entries()).isEqualTo(6);
        assertThat(report.kinds()).containsExactly(Map.entry("finding", 6));
        assertThat(lines.getLast()).contains("\"hash\":\"" + report.head() + "\"");
    }

    @Test
    void an_edited_body_is_named() {
        lines.set(2, lines.get(2).replace("rule-3", "rule-X"));

        assertBroken(3, "was edited");
        assertThat(Ledger.audit(file).problems()).as("one edit, one problem").hasSize(1);
    }

    @Test
    void every_field_of_a_line_is_bound_by_its_hash() {
        for (String field : List.of("\"seq\":3", "\"kind\":\"finding\"", "2026-10-01T08:00:00Z", "\"prev\":\"")) {
            List<String> edited = lines(file);
            String other = field.replace("3", "9")
                    .replace("finding", "alert")
                    .replace("2026", "2025")
                    .replace("prev\":\"", "prev\":\"0");
            edited.set(2, lines.get(2).replace(field, other));
            Path copy = folder.resolve("copy.jsonl");
            write(copy, edited);
            assertThat(Ledger.audit(copy).problems().getFirst().where())
                    .as(field)
                    .isEqualTo(copy + ":3");
        }
    }

    @Test
    void a_removed_line_is_named_where_it_is_missed() {
        lines.remove(2);

        assertBroken(3, "has seq 4 where 3 is due");
    }

    @Test
    void a_removed_first_line_is_named() {
        lines.removeFirst();

        assertBroken(1, "has seq 2 where 1 is due");
    }

    @Test
    void swapped_lines_are_named_at_the_first() {
        Collections.swap(lines, 1, 4);

        assertBroken(2, "has seq 5 where 2 is due");
    }

    @Test
    void a_repeated_line_is_named_with_the_line_it_repeats() {
        lines.add(4, lines.get(1));

        assertBroken(5, "repeats line 2");
        assertThat(Ledger.audit(file).problems()).hasSize(1);
    }

    @Test
    void a_line_edited_and_sealed_again_breaks_the_line_after_it() {
        lines.set(2, resealed(lines.get(2)));

        assertBroken(4, "does not continue line 3");
    }

    @Test
    void a_line_cut_short_within_the_file_is_named() {
        lines.set(3, lines.get(3).substring(0, 80));

        assertBroken(4, "is not JSON");
    }

    @Test
    void a_half_last_line_is_named() throws IOException {
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 30));

        AuditReport report = Ledger.audit(file);
        assertThat(report.intact()).isFalse();
        assertThat(report.problems()).hasSize(1);
        assertThat(report.problems().getFirst().where()).isEqualTo(file + ":6");
        assertThat(report.problems().getFirst().what()).contains("written by half");
    }

    @Test
    void a_reformatted_line_is_named() {
        lines.set(1, lines.get(1).replace("\"seq\":2", "\"seq\": 2"));

        assertBroken(2, "was reformatted");
    }

    @Test
    void a_field_given_twice_is_named() {
        lines.set(1, lines.get(1).replace("{\"at\":", "{\"at\":\"2026-10-01T08:00:00Z\",\"at\":"));

        assertBroken(2, "'at' twice");
    }

    @Test
    void a_foreign_field_is_named() {
        lines.set(1, lines.get(1).replace("{\"at\":", "{\"aa\":1,\"at\":"));

        assertBroken(2, "not a field known");
    }

    @Test
    void converted_line_ends_and_conflict_marks_have_a_remedy_of_their_own() {
        lines.set(1, lines.get(1) + "\r");
        lines.add(3, "<<<<<<< HEAD");
        write(file, lines);

        assertThat(Ledger.audit(file).problems())
                .extracting(Problem::remedy)
                .anyMatch(remedy -> remedy.contains(".gitattributes"))
                .anyMatch(remedy -> remedy.contains("ledger merge"));
    }

    @Test
    void a_blank_line_is_named() {
        lines.add(2, "");

        assertBroken(3, "is empty");
    }

    @Test
    void a_dropped_tail_is_seen_by_the_head_that_was_kept() {
        String head = Ledger.audit(file).head();
        write(file, lines.subList(0, 4));

        assertThat(Ledger.audit(file).intact())
                .as("nothing shows without the head")
                .isTrue();
        AuditReport report = Ledger.audit(file, head);
        assertThat(report.intact()).isFalse();
        assertThat(report.problems().getFirst().what()).contains(head).contains("tail was dropped");
    }

    @Test
    void a_last_line_edited_and_sealed_again_is_seen_by_the_head() {
        String head = Ledger.audit(file).head();
        lines.set(5, resealed(lines.get(5)));
        write(file, lines);

        assertThat(Ledger.audit(file).intact()).isTrue();
        assertThat(Ledger.audit(file, head).intact()).isFalse();
    }

    @Test
    void a_ledger_that_grew_since_the_head_was_kept_is_intact() {
        String head = Ledger.audit(file).head();
        Ledger.append(file, List.of(draft("more"), draft("and more")), AT);

        assertThat(Ledger.audit(file, head).intact()).isTrue();
        assertThat(Ledger.audit(file, head).addedSinceHead()).isEqualTo(2);
        assertThat(Ledger.audit(file, LedgerReading.GENESIS).addedSinceHead()).isEqualTo(8);
        assertThat(Ledger.audit(file).addedSinceHead()).isEqualTo(-1);
    }

    @Test
    void a_head_that_is_no_hash_is_a_problem() {
        assertThat(Ledger.audit(file, "abc").problems().getFirst().remedy()).contains("64 hex digits");
    }

    @Test
    void no_file_is_an_empty_ledger_that_lacks_any_head() {
        Path absent = folder.resolve("absent").resolve("ledger.jsonl");

        assertThat(Ledger.audit(absent).intact()).isTrue();
        assertThat(Ledger.audit(absent).head()).isEqualTo(LedgerReading.GENESIS);
        assertThat(Ledger.audit(absent, "ab".repeat(32)).intact()).isFalse();
    }

    @Test
    void time_that_goes_backwards_and_kinds_of_later_versions_are_only_notes() {
        Ledger.append(file, List.of(new LedgerDraft("prophecy", Json.object().put("x", 1), "")), AT.minusSeconds(9));

        AuditReport report = Ledger.audit(file);
        assertThat(report.intact()).isTrue();
        assertThat(report.notes()).hasSize(2);
        assertThat(report.notes()).extracting(Problem::where).containsOnly(file + ":7");
    }

    @Test
    void any_byte_changed_anywhere_is_a_reported_problem_and_nothing_else() throws IOException {
        long seed = 20260105L;
        RandomGenerator random = Samples.random(seed);
        byte[] good = Files.readAllBytes(file);
        Path copy = folder.resolve("copy.jsonl");
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = good.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(copy, bytes);
            AuditReport report = Ledger.audit(copy);
            assertThat(report.intact())
                    .as("seed %d round %d byte %d", seed, round, at)
                    .isFalse();
            long line =
                    new String(good, 0, at, StandardCharsets.ISO_8859_1).lines().count();
            assertThat(report.problems().getFirst().where())
                    .as("seed %d round %d byte %d", seed, round, at)
                    .isIn(copy + ":" + Math.max(1, line), copy + ":" + (line + 1));
        }
    }

    @Test
    void garbage_of_50_megabytes_is_reported_in_bounded_lines() throws IOException {
        Path lined = folder.resolve("lined.jsonl");
        Path endless = folder.resolve("endless.jsonl");
        byte[] chunk = new byte[750];
        Samples.random(1).nextBytes(chunk);
        byte[] line = (Base64.getEncoder().encodeToString(chunk) + "\n").getBytes(StandardCharsets.UTF_8);
        fill(lined, line, 50_000);
        fill(endless, new byte[1_000], 50_000);

        AuditReport report = Ledger.audit(lined);
        assertThat(report.problems()).hasSize(101);
        assertThat(report.problems().getLast().what()).contains("49900 more");
        assertThat(Ledger.audit(endless).problems()).hasSize(1);
        assertThat(Ledger.audit(endless).problems().getFirst().what()).contains("longer than 1048576 bytes");
        assertThatThrownBy(() -> Ledger.append(endless, List.of(draft("x")), AT))
                .isInstanceOf(InvalidInputException.class);
        assertThat(Files.size(endless)).isEqualTo(50_000_000);
    }

    private void assertBroken(int line, String what) {
        write(file, lines);
        byte[] before = Samples.bytes(file);

        AuditReport report = Ledger.audit(file);
        assertThat(report.intact()).isFalse();
        assertThat(report.problems().getFirst().where()).isEqualTo(file + ":" + line);
        assertThat(report.problems().getFirst().what()).contains(what);
        assertThat(report.problems().getFirst().remedy()).isNotEmpty();
        assertThatThrownBy(() -> Ledger.append(file, List.of(draft("new")), AT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(file + ":" + line);
        assertThatThrownBy(() -> Ledger.book(Ledger.read(file))).isInstanceOf(InvalidInputException.class);
        assertThat(Samples.bytes(file)).as("a refused ledger is left as it was").isEqualTo(before);
    }

    private static String resealed(String line) {
        var object = (JsonObject) JsonReader.read("line", line.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
        var body = (JsonObject) object.get("body").orElseThrow();
        JsonObject open = object.without("hash").put("body", body.put("rule", "forged"));
        return new String(open.put("hash", LedgerLine.sha256(open.canonical())).canonical(), StandardCharsets.UTF_8);
    }

    private static void fill(Path file, byte[] bytes, int times) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < times; i++) {
                out.write(bytes);
            }
        }
    }
}
