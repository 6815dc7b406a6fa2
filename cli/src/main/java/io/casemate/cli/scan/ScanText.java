package io.casemate.cli.scan;

import io.casemate.cli.terminal.Lines;
import io.casemate.cli.terminal.Style;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Finding;
import io.casemate.scan.result.Gap;
import io.casemate.scan.result.ScanReport;
import io.casemate.scan.rule.Severity;
import io.casemate.scan.rule.Verdict;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.weight.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A scan for people: the worst last, next to the summary, where the eye is when a long list has run through. */
record ScanText(ScanReport report, Style style, int columns, boolean all) {
    private static final int FINDINGS_MAX = 12;
    private static final int GAPS_MAX = 6;

    String text() {
        var text = new StringBuilder();
        List<FileReport> files = new ArrayList<>(report.files());
        files.sort(Comparator.comparing(FileReport::verdict));
        for (FileReport file : files) {
            if (all || file.verdict() != Verdict.CLEAN || !file.changes().isEmpty() || isWorthTelling(file)) {
                file(text, file);
            }
        }
        report.skipped()
                .forEach(s ->
                        text.append(style.faint("left out: " + printable(s))).append('\n'));
        return text.append(summary()).append('\n').toString();
    }

    /** Below medium it is told on request only. */
    private static boolean isWorthTelling(FileReport file) {
        return file.findings().stream().anyMatch(f -> f.rule().severity().compareTo(Severity.MEDIUM) >= 0);
    }

    private void file(StringBuilder text, FileReport file) {
        text.append("%s  %s  %s%n"
                .formatted(
                        coloured(
                                file.verdict(), "%-10s".formatted(file.verdict().id())),
                        style.bold(printable(file.path())),
                        style.faint("(%s, %s)"
                                .formatted(kinds(file), Sizes.of(file.coverage().bytesTotal())))));
        findings(text, file);
        gaps(text, file);
        compared(text, file);
        if (all) {
            file.facts()
                    .forEach((name, value) -> text.append(
                            style.faint(Lines.wrap(name + ": " + printable(value), columns, "    ")) + "\n"));
        }
        file.explained()
                .forEach(line -> text.append("    ").append(printable(line)).append('\n'));
        text.append('\n');
    }

    private static String kinds(FileReport file) {
        return file.formats().isEmpty()
                ? "unknown format"
                : file.formats().stream().limit(4).collect(Collectors.joining(", "));
    }

    private void findings(StringBuilder text, FileReport file) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        file.findings().stream()
                .filter(f -> all || f.rule().severity().compareTo(Severity.LOW) >= 0)
                .forEach(f -> byRule.computeIfAbsent(f.rule().id(), id -> new ArrayList<>())
                        .add(f));
        for (List<Finding> findings : byRule.values()) {
            for (Finding finding : findings.subList(0, Math.min(FINDINGS_MAX, findings.size()))) {
                finding(text, finding);
            }
            if (findings.size() > FINDINGS_MAX) {
                text.append("              and %,d more of %s%n"
                        .formatted(
                                findings.size() - FINDINGS_MAX,
                                findings.getFirst().rule().id()));
            }
            text.append(style.faint(Lines.wrap(
                            "%s  [%s]"
                                    .formatted(
                                            findings.getFirst().rule().remedy(),
                                            findings.getFirst().rule().id()),
                            columns,
                            "              ")))
                    .append('\n');
        }
    }

    private void finding(StringBuilder text, Finding finding) {
        String where = finding.location().toString();
        String waived = finding.waived().isEmpty() ? "" : "; waived: " + finding.waived();
        String line = printable(finding.message()) + (where.isEmpty() ? "" : " (" + printable(where) + ")") + waived;
        String severity = "    %-8s  ".formatted(finding.rule().severity().id());
        text.append(Lines.wrap(line, columns, severity, "              ")).append('\n');
    }

    private void gaps(StringBuilder text, FileReport file) {
        for (Gap gap : file.gaps().subList(0, Math.min(GAPS_MAX, file.gaps().size()))) {
            String where = gap.location().toString();
            String line = printable(gap.what()) + (where.isEmpty() ? "" : " (" + printable(where) + ")");
            text.append(Lines.wrap(line, columns, "    not read  ", "              "))
                    .append('\n');
        }
        if (file.gaps().size() > GAPS_MAX) {
            text.append(
                    "              and %,d more gaps%n".formatted(file.gaps().size() - GAPS_MAX));
        }
    }

    /** What became of the tensors since the earlier version, as "10 the same, 2 drifted". */
    private void compared(StringBuilder text, FileReport file) {
        if (!file.changes().isEmpty()) {
            String counts = new Comparison(file.changes())
                    .counts().entrySet().stream()
                            .map(count -> "%,d %s"
                                    .formatted(count.getValue(), count.getKey().words()))
                            .collect(Collectors.joining(", "));
            text.append(Lines.wrap("tensors: " + counts, columns, "    compared  ", "              "))
                    .append('\n');
        }
    }

    private String summary() {
        if (report.files().isEmpty()) {
            return "no files: nothing was looked at";
        }
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.MALICIOUS, Verdict.SUSPICIOUS, Verdict.UNKNOWN, Verdict.CLEAN)) {
            long count =
                    report.files().stream().filter(f -> f.verdict() == verdict).count();
            if (count > 0) {
                counts.add(coloured(verdict, "%,d %s".formatted(count, verdict.id())));
            }
        }
        long read =
                report.files().stream().mapToLong(f -> f.coverage().bytesRead()).sum();
        long total = report.files().stream()
                .mapToLong(f -> f.coverage().bytesTotal())
                .sum();
        String share = total == 0 ? "100" : String.format(Locale.ROOT, "%.1f", Math.floor(1000.0 * read / total) / 10);
        if (total == 0) {
            return "%,d %s: %s"
                    .formatted(
                            report.files().size(),
                            report.files().size() == 1 ? "file" : "files",
                            String.join(", ", counts));
        }
        return "%,d %s: %s; %s %% of %s understood"
                .formatted(
                        report.files().size(),
                        report.files().size() == 1 ? "file" : "files",
                        String.join(", ", counts),
                        share,
                        Sizes.of(total));
    }

    private String coloured(Verdict verdict, String text) {
        return switch (verdict) {
            case CLEAN -> style.green(text);
            case UNKNOWN -> style.yellow(text);
            case SUSPICIOUS, MALICIOUS -> style.red(text);
        };
    }

    /** Names in hostile files must not steer the terminal: control and direction characters become visible. */
    private static String printable(String text) {
        return Snippet.shown(text, Integer.MAX_VALUE);
    }
}
