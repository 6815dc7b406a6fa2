package io.casemate.scan.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.Scanners;
import io.casemate.scan.call.Judges;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Gap;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.rule.Verdict;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Recognition;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FileReadingTest {
    /** A toy format: "BOX", one byte of length, so many bytes of content inside. */
    private static final class BoxScanner implements FormatScanner {
        @Override
        public String id() {
            return "box";
        }

        @Override
        public Recognition recognises(Content content) {
            return content.has(0, "BOX") ? Recognition.CERTAIN : Recognition.NO;
        }

        @Override
        public void scan(Content content, Inspection inspection) {
            int length = content.u8(3);
            inspection.read(0, 4);
            inspection.nested(
                    new Content(content.name() + "!in", content.bytes().asSlice(4, length), content.family()),
                    4,
                    length);
        }
    }

    /** A toy format: any text of lower-case letters. */
    private static final class WordScanner implements FormatScanner {
        @Override
        public String id() {
            return "word";
        }

        @Override
        public Recognition recognises(Content content) {
            return Recognition.POSSIBLE;
        }

        @Override
        public void scan(Content content, Inspection inspection) {
            for (long at = 0; at < content.size(); at++) {
                inspection.step();
                if (content.u8(at) < 'a' || content.u8(at) > 'z') {
                    inspection.found("content/appended", at, "told before it was sure");
                    inspection.reject();
                    return;
                }
            }
            inspection.accept();
            inspection.read(0, content.size());
        }
    }

    /** A toy format that nobody reads a byte of: "IDLE". */
    private static final class IdleScanner implements FormatScanner {
        @Override
        public String id() {
            return "idle";
        }

        @Override
        public Recognition recognises(Content content) {
            return content.has(0, "IDLE") ? Recognition.CERTAIN : Recognition.NO;
        }

        @Override
        public void scan(Content content, Inspection inspection) {
            inspection.accept();
        }
    }

    /** A toy format that breaks its reader: "BAD". */
    private static final class BadScanner implements FormatScanner {
        @Override
        public String id() {
            return "bad";
        }

        @Override
        public Recognition recognises(Content content) {
            return content.has(0, "BAD") ? Recognition.CERTAIN : Recognition.NO;
        }

        @Override
        public void scan(Content content, Inspection inspection) {
            throw new IllegalStateException("a mistake");
        }
    }

    @Test
    void contents_inside_are_routed_and_every_byte_is_accounted_for() {
        FileReport report = read("BOX\u0003abc");
        assertThat(report.formats()).containsExactly("box", "word");
        assertThat(report.coverage().bytesRead()).isEqualTo(7);
        assertThat(report.gaps()).isEmpty();
    }

    @Test
    void what_is_not_understood_inside_is_missing_outside() {
        FileReport report = read("BOX\u0004a1b2");
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(report.coverage().bytesRead()).isEqualTo(4);
        assertThat(report.gaps().getFirst().location().member()).isEqualTo("in");
    }

    @Test
    void one_who_only_tried_leaves_no_trace() {
        assertThat(read("1234").findings()).isEmpty();
    }

    @Test
    void a_file_of_its_own_behind_the_end_is_told_and_read() {
        FileReport report = read("BOX\u0003abcBOX\u0003def");
        assertThat(report.findings()).extracting(f -> f.rule().id()).contains("content/appended");
        assertThat(report.coverage().share()).isEqualTo(1.0);
    }

    @Test
    void a_file_behind_the_end_is_searched_once() {
        String words = "stratum+tcp://pool.example:3333";
        FileReport report = read("BOX\u0003abcBOX" + (char) words.length() + words);
        assertThat(report.findings())
                .filteredOn(f -> f.rule().id().equals("indicator/miner"))
                .hasSize(1);
    }

    @Test
    void a_file_of_which_nothing_is_understood_is_no_file_behind_another() {
        FileReport report = read("IDLE1234");
        assertThat(report.findings()).isEmpty();
        assertThat(report.gaps()).hasSize(1);
        assertThat(report.coverage().bytesRead()).isZero();
    }

    @Test
    void contents_are_read_to_just_the_depth_that_is_allowed() {
        String one = "BOX\u0003abc";
        String two = "BOX\u0007" + one;
        assertThat(limited(two, 2, 100).gaps()).isEmpty();
        assertThat(limited("BOX\u000b" + two, 2, 100).gaps())
                .extracting(Gap::what)
                .anyMatch(what -> what.contains("deeper than 2"));
    }

    @Test
    void just_as_many_contents_are_read_as_are_allowed() {
        assertThat(limited("BOX\u0003abc", 8, 2).gaps()).isEmpty();
        assertThat(limited("BOX\u0003abc", 8, 1).gaps()).isNotEmpty();
    }

    @Test
    void bytes_behind_the_end_that_nobody_knows_are_a_gap() {
        FileReport report = read("BOX\u0003abc\u0001\u0002\u0003\u0004\u0005");
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(report.coverage().bytesRead()).isEqualTo(7);
    }

    @Test
    void filling_behind_the_end_is_no_gap() {
        assertThat(read("BOX\u0003abc" + "\0".repeat(500)).gaps()).isEmpty();
    }

    @Test
    void a_structure_that_points_outside_is_a_gap() {
        assertThat(read("BOX\u0009abc").gaps()).extracting(Gap::what).anyMatch(w -> w.contains("cut short"));
    }

    @Test
    void a_mistake_of_a_scanner_is_a_gap_that_names_it() {
        FileReport report = read("BAD");
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(report.gaps()).extracting(Gap::what).anyMatch(w -> w.contains("bad scanner failed"));
    }

    @Test
    void contents_are_followed_only_so_deep() {
        String nested = "abc";
        for (int i = 0; i < 12; i++) {
            nested = "BOX" + (char) nested.length() + nested;
        }
        assertThat(read(nested).gaps()).extracting(Gap::what).anyMatch(w -> w.contains("nested deeper"));
    }

    @Test
    void the_deadline_ends_the_reading() {
        var clock = new AtomicLong();
        var limits = new Limits(Duration.ofNanos(50), 1 << 20, 8, 100, false);
        var inspector = new Inspector(
                List.of(new WordScanner()),
                Rules.builtIn(),
                Judges.builtIn(),
                limits,
                clock::getAndIncrement,
                path -> {});
        FileReport report = inspector.inspect(Content.of("f", "a".repeat(1_000).getBytes(ISO_8859_1)));
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void an_empty_file_is_clean() {
        assertThat(read("").verdict()).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void a_name_that_shows_as_another_is_told() {
        for (String name : List.of("model.pkl.exe", "data.csv .scr", "photo\u202egnp.txt")) {
            assertThat(named(name).findings())
                    .as(name)
                    .anyMatch(finding -> finding.rule().id().equals("content/misleading-name"));
        }
        for (String name : List.of("model.v1.bin", "setup.exe", "archive.tar.gz", "données.csv", "run.sh.txt")) {
            assertThat(named(name).findings())
                    .as(name)
                    .noneMatch(finding -> finding.rule().id().equals("content/misleading-name"));
        }
    }

    private static FileReport named(String name) {
        return new FileReading(
                        Content.of(name, "words".getBytes(ISO_8859_1)),
                        Scanners.ALL,
                        Rules.builtIn(),
                        Judges.builtIn(),
                        new Budget(Limits.DEFAULT, System::nanoTime))
                .report();
    }

    private static FileReport read(String bytes) {
        return read(bytes, Limits.DEFAULT);
    }

    private static FileReport limited(String bytes, int depthMax, int membersMax) {
        return read(bytes, new Limits(Duration.ofMinutes(1), 1 << 20, depthMax, membersMax, false));
    }

    private static FileReport read(String bytes, Limits limits) {
        var inspector = new Inspector(
                List.of(new BoxScanner(), new WordScanner(), new BadScanner(), new IdleScanner()),
                Rules.builtIn(),
                Judges.builtIn(),
                limits,
                System::nanoTime,
                path -> {});
        return inspector.inspect(Content.of("f", bytes.getBytes(ISO_8859_1)));
    }
}
