package io.casemate.report;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.problem.Spelling;
import io.casemate.report.kind.AttackTreeReport;
import io.casemate.report.kind.BoardReport;
import io.casemate.report.kind.ComplianceReport;
import io.casemate.report.kind.FullReport;
import io.casemate.report.kind.MoneyReport;
import io.casemate.report.kind.RegisterReport;
import io.casemate.report.kind.ViewKind;
import io.casemate.report.kind.ViewReport;
import io.casemate.report.pdf.PdfDocument;
import io.casemate.report.spi.Report;
import io.casemate.report.spi.ReportFormat;
import io.casemate.report.spi.ReportInput;
import io.casemate.report.spi.ReportOption;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every kind of report there is. */
public final class Reports {
    public static final List<Report> ALL = List.of(
            new FullReport(),
            new BoardReport(),
            new RegisterReport(),
            new ViewReport(ViewKind.STRIDE),
            new ViewReport(ViewKind.ATTACK_SURFACE),
            new ViewReport(ViewKind.PASTA),
            new AttackTreeReport(),
            new ComplianceReport(),
            new MoneyReport());

    private Reports() {}

    /**
     * The report of that name, once it is sure that it can be written so.
     *
     * @param format name of a format, empty for the usual one
     * @throws InvalidInputException naming every word that does not fit, with those that do
     */
    public static Chosen choose(String kind, String format, Map<ReportOption, String> options) {
        Report report = ALL.stream()
                .filter(r -> r.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(List.of(unknownKind(kind))));
        List<Problem> problems = new ArrayList<>();
        ReportFormat chosen = formats(report).stream()
                .filter(f -> format.isEmpty() || f.id().equals(format))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            problems.add(new Problem(
                    "--format",
                    "'%s' cannot hold a report of kind %s".formatted(format, kind),
                    "write "
                            + oneOf(formats(report).stream()
                                    .map(ReportFormat::id)
                                    .toList())));
        }
        options.keySet().stream()
                .filter(o -> !report.options().contains(o))
                .sorted()
                .forEach(o -> problems.add(new Problem(
                        "--" + o.id(),
                        "a report of kind %s does not look at it".formatted(kind),
                        "leave it out, or ask for --kind " + oneOf(takers(o)))));
        if (chosen == null || !problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new Chosen(report, chosen, options);
    }

    /** A report with its format and options, all of which fit. */
    public record Chosen(Report report, ReportFormat format, Map<ReportOption, String> options) {
        public Chosen {
            options = Map.copyOf(options);
        }

        /** The whole document; see {@link Report#write}. What is printed is the page of HTML. */
        public byte[] write(ReportInput input) {
            if (format != ReportFormat.PDF) {
                return report.write(format, input);
            }
            String page = new String(report.write(ReportFormat.HTML, input), StandardCharsets.UTF_8);
            return PdfDocument.within(
                    report.sheetsMax(), page, input.assessment().asOf());
        }
    }

    /** The forms that a report can be written in: its own, and print where it has a page. */
    public static List<ReportFormat> formats(Report report) {
        List<ReportFormat> formats = new ArrayList<>(report.formats());
        if (formats.contains(ReportFormat.HTML)) {
            formats.add(ReportFormat.PDF);
        }
        return formats;
    }

    public static List<String> kinds() {
        return ALL.stream().map(Report::kind).toList();
    }

    private static List<String> takers(ReportOption option) {
        return ALL.stream()
                .filter(r -> r.options().contains(option))
                .map(Report::kind)
                .toList();
    }

    private static Problem unknownKind(String kind) {
        return new Problem("--kind", "unknown '%s'".formatted(kind), Spelling.remedy(kind, kinds()));
    }

    private static String oneOf(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : words.stream().limit(words.size() - 1L).collect(Collectors.joining(", ")) + " or " + words.getLast();
    }
}
