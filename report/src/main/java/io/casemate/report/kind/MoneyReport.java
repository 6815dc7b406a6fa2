package io.casemate.report.kind;

import io.casemate.core.money.MoneyRun;
import io.casemate.core.money.RiskInMoney;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.report.html.HtmlDocument;
import io.casemate.report.markdown.MarkdownDocument;
import io.casemate.report.money.MoneyJson;
import io.casemate.report.money.MoneyPage;
import io.casemate.report.spi.Report;
import io.casemate.report.spi.ReportFormat;
import io.casemate.report.spi.ReportInput;
import io.casemate.report.spi.ReportOption;
import io.casemate.report.wording.Glossary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the scenarios cost in a year, as a distribution. */
public final class MoneyReport implements Report {
    @Override
    public String kind() {
        return "money";
    }

    @Override
    public List<ReportFormat> formats() {
        return List.of(ReportFormat.HTML, ReportFormat.MD, ReportFormat.JSON);
    }

    @Override
    public Set<ReportOption> options() {
        return Set.of(ReportOption.YEARS, ReportOption.SEED);
    }

    @Override
    public byte[] write(ReportFormat format, ReportInput input) {
        var topology = input.assessment().topology();
        RiskInMoney money = RiskInMoney.of(input.assessment(), input.knowledge(), run(input));
        String text = format == ReportFormat.JSON
                ? MoneyJson.of(money, topology.model().scope().name()).pretty()
                : page(format, money, Glossary.of(input.knowledge(), topology));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String page(ReportFormat format, RiskInMoney money, Glossary glossary) {
        var document = MoneyPage.of(money, glossary);
        return format == ReportFormat.MD ? MarkdownDocument.of(document) : HtmlDocument.of(document);
    }

    /** All wrong values at once. */
    private static MoneyRun run(ReportInput input) {
        List<Problem> problems = new ArrayList<>();
        long years = number(
                input, ReportOption.YEARS, MoneyRun.YEARS_DEFAULT, MoneyRun.YEARS_MIN, MoneyRun.YEARS_MAX, problems);
        long seed = number(input, ReportOption.SEED, MoneyRun.SEED_DEFAULT, 0, Long.MAX_VALUE, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new MoneyRun(years, seed, Runtime.getRuntime().availableProcessors());
    }

    private static long number(
            ReportInput input, ReportOption option, long usual, long least, long most, List<Problem> problems) {
        String text = input.option(option);
        if (text.isEmpty()) {
            return usual;
        }
        if (text.matches("[0-9]{1,18}")) {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        problems.add(new Problem(
                "--" + option.id(),
                "'%s' is no whole number from %d to %d".formatted(text, least, most),
                "write one, or leave it out for %d".formatted(usual)));
        return usual;
    }
}
