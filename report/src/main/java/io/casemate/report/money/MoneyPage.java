package io.casemate.report.money;

import io.casemate.core.money.RiskInMoney;
import io.casemate.core.money.ScenarioMoney;
import io.casemate.core.money.Unpriced;
import io.casemate.core.money.loss.CurvePoint;
import io.casemate.core.money.loss.Losses;
import io.casemate.report.chart.ExceedanceChart;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.wording.Figures;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Risk in money for people: what a year costs, how that is spread, which scenarios it comes from, and what is not in it. */
public final class MoneyPage {
    private static final double WORST = 0.95;

    private final RiskInMoney money;
    private final Glossary glossary;
    private final Document.Builder document = new Document.Builder();

    private MoneyPage(RiskInMoney money, Glossary glossary) {
        this.money = money;
        this.glossary = glossary;
    }

    public static Document of(RiskInMoney money, Glossary glossary) {
        var page = new MoneyPage(money, glossary);
        if (money.scenarios().isEmpty()) {
            page.document.paragraph("No scenario has a price. State under `assets` what the loss of each would cost:"
                    + " loss: {currency: EUR, low: 50000, high: 900000}.");
        } else {
            page.summary();
            page.curve();
            page.figures();
            page.scenarios();
        }
        page.unpriced();
        page.method();
        String name = glossary.topology().model().scope().name();
        return page.document.build(name, "Risk in money", money.asOf());
    }

    private void summary() {
        Losses now = money.total().current();
        document.paragraph(Line.of("As the system is, a year costs ")
                .strong("%s %s"
                        .formatted(money.currency(), Amounts.of(now.mean().value())))
                .plain(" on average. One year in twenty costs more than ")
                .strong("%s %s"
                        .formatted(
                                money.currency(),
                                Amounts.of(now.percentile(WORST).value())))
                .plain("; those years cost %s on average. With %s nothing is lost in a year."
                        .formatted(
                                Amounts.of(now.tail(WORST).mean().value()),
                                "probability "
                                        + Figures.percent(1 - now.anyLoss().value()))));
        document.paragraph(
                "Controls and evidence save %s a year against a system without them; the treatments that were decided save %s more."
                        .formatted(Amounts.of(money.savedByControls()), Amounts.of(money.savedByTreatments())));
    }

    private void curve() {
        document.section("curve", "Chance of a costly year");
        document.picture(
                ExceedanceChart.of(money),
                "Loss exceedance curve of all scenarios together, in %s.".formatted(money.currency()));
        List<List<Cell>> rows = new ArrayList<>();
        for (CurvePoint point : money.total().inherent().curve()) {
            boolean half = Math.abs(2 * Math.log10(point.loss()) - Math.rint(2 * Math.log10(point.loss()))) < 1e-9;
            if (half && point.probability().value() < 0.999) {
                rows.add(List.of(
                        Cell.of(Amounts.of(point.loss())),
                        Cell.of(Amounts.share(point.probability())),
                        Cell.of(beyond(money.total().current(), point.loss())),
                        Cell.of(beyond(money.total().target(), point.loss()))));
            }
        }
        document.table(
                "Probability that a year costs more",
                List.of("A year costs more than", "Without controls", "As it is", "With the treatments"),
                rows);
    }

    /** The probability of a year that costs more than a point of another curve; both have points at the same amounts. */
    private static String beyond(Losses losses, double loss) {
        return losses.curve().stream()
                .filter(p -> Math.abs(p.loss() / loss - 1) < 1e-9)
                .findFirst()
                .map(p -> Amounts.share(p.probability()))
                .orElseGet(() ->
                        losses.curve().isEmpty() || losses.curve().getFirst().loss() < loss
                                ? "rarer than simulated"
                                : Amounts.share(losses.anyLoss()));
    }

    private void figures() {
        document.section("figures", "A year in figures");
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("Mean", l -> Amounts.of(l.mean())));
        rows.add(row("Standard deviation", l -> Amounts.of(l.deviation())));
        rows.add(row("Probability of any loss", l -> Amounts.share(l.anyLoss())));
        for (double at : Losses.PERCENTILES) {
            rows.add(row("%s %% of years cost at most".formatted(percent(at)), l -> Amounts.of(l.percentile(at))));
        }
        for (double at : Losses.TAILS) {
            rows.add(row(
                    "Mean of the worst %s %%".formatted(percent(1 - at)),
                    l -> Amounts.of(l.tail(at).mean())));
        }
        document.table(
                "A year in figures",
                List.of(money.currency(), "Without controls", "As it is", "With the treatments"),
                rows);
        document.paragraph(Line.EMPTY.muted(
                "± is the standard error of the simulation; ranges in brackets are its 95 % intervals."));
    }

    /** At most one decimal. */
    private static String percent(double share) {
        return BigDecimal.valueOf(Math.round(1000 * share), 1)
                .stripTrailingZeros()
                .toPlainString();
    }

    private List<Cell> row(String name, Function<Losses, String> figure) {
        return List.of(
                Cell.of(name),
                Cell.of(figure.apply(money.total().inherent())),
                Cell.of(figure.apply(money.total().current())),
                Cell.of(figure.apply(money.total().target())));
    }

    private void scenarios() {
        document.section("scenarios", "Where it comes from");
        List<List<Cell>> rows = money.scenarios().stream()
                .filter(s -> !s.answered())
                .map(this::scenario)
                .toList();
        document.table(
                "Scenarios by their part of the mean",
                List.of(
                        "Scenario",
                        "Events a year",
                        "Part of the mean",
                        "Part of the worst 5 % of years",
                        "Alone, 1 year in 100",
                        "With its treatment"),
                rows);
        long answered =
                money.scenarios().stream().filter(ScenarioMoney::answered).count();
        if (answered > 0) {
            document.paragraph("%s that controls end cost nothing now; they are in the figures without controls."
                    .formatted(Figures.count((int) answered, "scenario")));
        }
    }

    private List<Cell> scenario(ScenarioMoney s) {
        Line name = Line.of(s.title() + " · " + glossary.target(s.target()));
        List<Line> lines = new ArrayList<>(List.of(name));
        if (s.happened()) {
            lines.add(Line.EMPTY.strong("has happened; these are the figures of the design"));
        }
        if (s.transferred()) {
            lines.add(Line.EMPTY.muted("transferred: what the cover pays is not stated, so all of it counts"));
        }
        lines.add(Line.EMPTY.muted(
                Words.list(s.assets().stream().map(glossary::name).toList())));
        return List.of(
                new Cell(lines),
                Cell.of(Figures.amount(s.eventsPerYear().current())),
                Cell.of(Amounts.of(s.part().current().mean())),
                Cell.of(Amounts.of(s.part().current().tail(WORST))),
                Cell.of(Amounts.of(s.alone().current().percentile(0.99).value())),
                Cell.of(Amounts.of(s.part().target().mean().value())));
    }

    private void unpriced() {
        if (money.unpriced().isEmpty()) {
            return;
        }
        document.section("unpriced", "Not in these figures");
        document.paragraph("Of these scenarios nobody stated the loss, or not all of it. They are gaps, not zeros.");
        document.bullets(money.unpriced().stream().map(this::gap).toList());
    }

    private Line gap(Unpriced gap) {
        int at = gap.scenario().indexOf('@');
        String name = glossary.scenario(
                gap.scenario().substring(0, at), gap.scenario().substring(at + 1));
        String why = gap.assets().isEmpty()
                ? ": its target has no asset that it harms"
                : (gap.wholly() ? ": no loss is stated for " : ": counted in part; no loss is stated for ")
                        + Words.list(gap.assets().stream().map(glossary::name).toList());
        return Line.of(name + why + " ").code(gap.scenario());
    }

    private void method() {
        document.section("method", "How it was computed");
        document.paragraph(
                "%s simulated years, seed %d. Each year draws how often every scenario is tried and how often that succeeds,"
                                .formatted(
                                        Figures.thousands((double) money.run().years()),
                                        money.run().seed())
                        + " from the same beliefs that the risk matrix is made of, and each event draws its own loss."
                        + " Scenarios that begin at the same place with the same adversaries share attempts; an asset that one attempt"
                        + " hits through several of them is paid for once. The part of a scenario is what it adds to the mean, and to"
                        + " the mean of the worst years: parts add up.");
    }
}
