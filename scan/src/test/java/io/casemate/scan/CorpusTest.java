package io.casemate.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Judges;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.rule.Verdict;
import io.casemate.scan.spi.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The verdicts on labelled samples, as a table. Which folder: see the profile "corpus". */
@Tag("corpus")
class CorpusTest {
    /** @param label benign, suspicious or malicious, as labels.tsv says */
    private record Sample(String path, String label, Verdict verdict, FileReport report) {}

    @Test
    void malicious_files_are_found_and_benign_ones_are_left_alone() throws IOException {
        List<Sample> samples = samples();
        String table = table(samples);
        System.out.print(table);

        assertThat(share(samples, "malicious", v -> v.compareTo(Verdict.SUSPICIOUS) >= 0))
                .as("recall%n%s", table)
                .isGreaterThanOrEqualTo(.99);
        assertThat(share(samples, "benign", v -> v.compareTo(Verdict.SUSPICIOUS) >= 0))
                .as("false positives%n%s", table)
                .isLessThanOrEqualTo(.01);
        assertThat(share(samples, "benign", v -> v == Verdict.UNKNOWN))
                .as("unknown on benign%n%s", table)
                .isLessThanOrEqualTo(.05);
    }

    @Test
    void every_file_is_read_whole_or_has_a_gap() throws IOException {
        for (Sample sample : samples()) {
            FileReport report = sample.report();
            assertThat(report.coverage().bytesRead() == report.coverage().bytesTotal()
                            || !report.gaps().isEmpty())
                    .as("%s: %s", sample.path(), report.coverage())
                    .isTrue();
        }
    }

    private static List<Sample> samples() throws IOException {
        Path folder = Path.of(System.getenv("CASEMATE_CORPUS")).resolve("model-files");
        var options = new ScanOptions(
                Limits.DEFAULT, Judges.builtIn(), List.of(), 2, System::nanoTime, ScanOptions.Progress.NONE);
        Map<String, FileReport> reports = Scan.of(List.of(folder), options).files().stream()
                .collect(Collectors.toMap(FileReport::path, Function.identity()));
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("labels.tsv"))) {
            String[] cells = line.split("\t", -1);
            if (!cells[0].equals("path")) {
                FileReport report = reports.get(folder.resolve(cells[0]).toString());
                assertThat(report).as(cells[0]).isNotNull();
                samples.add(new Sample(cells[0], cells[1], report.verdict(), report));
            }
        }
        return samples;
    }

    private static double share(List<Sample> samples, String label, java.util.function.Predicate<Verdict> verdict) {
        List<Sample> labelled =
                samples.stream().filter(s -> s.label().equals(label)).toList();
        return (double) labelled.stream().filter(s -> verdict.test(s.verdict())).count() / labelled.size();
    }

    private static String table(List<Sample> samples) {
        Map<String, Map<Verdict, Long>> counts = new TreeMap<>();
        samples.forEach(
                s -> counts.computeIfAbsent(s.label(), l -> new TreeMap<>()).merge(s.verdict(), 1L, Long::sum));
        var table = new StringBuilder("%-12s".formatted(""));
        for (Verdict verdict : Verdict.values()) {
            table.append("%12s".formatted(verdict.id()));
        }
        table.append('\n');
        counts.forEach((label, row) -> {
            table.append("%-12s".formatted(label));
            for (Verdict verdict : Verdict.values()) {
                table.append("%12d".formatted(row.getOrDefault(verdict, 0L)));
            }
            table.append('\n');
        });
        samples.stream()
                .filter(s -> isWrong(s.label(), s.verdict()))
                .forEach(s -> table.append("  %s is %s, seen as %s%n"
                        .formatted(s.path(), s.label(), s.verdict().id())));
        return table.toString();
    }

    private static boolean isWrong(String label, Verdict verdict) {
        return switch (label) {
            case "benign" -> verdict != Verdict.CLEAN;
            case "malicious" -> verdict.compareTo(Verdict.SUSPICIOUS) < 0;
            default -> verdict == Verdict.CLEAN;
        };
    }
}
