package io.casemate.report.board;

import io.casemate.core.compliance.ComplianceView;
import io.casemate.core.compliance.Fulfilment;
import io.casemate.core.compliance.Mapping;
import io.casemate.core.model.Scope;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Assessment.Outlook;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Risk;
import io.casemate.report.board.BoardFigures.Ask;
import io.casemate.report.board.BoardFigures.Conformity;
import io.casemate.report.board.BoardFigures.Standing;
import io.casemate.report.board.BoardFigures.Tile;
import io.casemate.report.wording.Figures;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes a board's report: a pure function of what is known. */
public final class Boards {
    private static final int NAME = 70;
    private static final int FRAMEWORKS = 8;

    private Boards() {}

    /**
     * The report.
     *
     * @param money prices an assessment; asked for now and for the last review
     */
    public static BoardFigures of(BoardInput input, Function<Assessment, BoardMoney> money) {
        Assessment now = input.assessment();
        var glossary = Glossary.of(input.knowledge(), now.topology());
        BoardMoney cost = money.apply(now);
        var concerns = new Concerns(glossary, cost);
        List<Ask> asks = new Asks(now, input.appetite(), concerns).all();
        Trend trend = input.atLastReview()
                .map(then -> new Trends(then, money.apply(then), now, cost, input.appetite()).trend())
                .orElse(Trend.NONE);
        Outlook outlook = now.outlook(input.knowledge().weights().bands(), input.appetite());
        Scope scope = now.topology().model().scope();
        var words = new Headline(now, input.appetite(), cost, outlook, concerns);
        return new BoardFigures(
                Plain.cut(scope.name(), NAME),
                Plain.cut(scope.owner(), NAME),
                now.asOf(),
                input.appetite(),
                standing(outlook),
                words.headline(),
                words.position(),
                tiles(now, input.appetite(), cost),
                cost,
                trend,
                concerns.of(now.shown()),
                Math.max(0, now.shown().size() - Concerns.TOP),
                asks.subList(0, Math.min(Asks.TOP, asks.size())),
                Math.max(0, asks.size() - Asks.TOP),
                conformities(input),
                unknowns(now, cost));
    }

    private static Standing standing(Outlook outlook) {
        return switch (outlook) {
            case HIGH -> Standing.ABOVE;
            case UNDECIDED -> Standing.UNDECIDED;
            case CALM -> Standing.WITHIN;
        };
    }

    private static List<Tile> tiles(Assessment now, Band appetite, BoardMoney cost) {
        List<Tile> tiles = new ArrayList<>();
        if (cost.known()) {
            tiles.add(new Tile("An average year costs", cost.words(cost.mean()), "all risks together", false));
            tiles.add(new Tile("One year of twenty costs more than", cost.words(cost.oneInTwenty()), "", false));
        }
        int above = Trends.above(now, appetite);
        tiles.add(new Tile(
                "Risks above what we accept",
                String.valueOf(above),
                "of %d shown; we accept what is %s"
                        .formatted(now.shown().size(), appetite == Band.LOW ? "low" : "low or medium"),
                above > 0));
        long late = now.actions().stream().filter(a -> a.overdue()).count();
        long open = now.actions().stream()
                .filter(a -> !a.status().equals("done") && !a.status().equals("proposed"))
                .count();
        tiles.add(new Tile(
                "Measures overdue", String.valueOf(late), "of %d decided and not done".formatted(open), late > 0));
        if (!cost.known()) {
            int happened = Trends.happened(now);
            tiles.add(new Tile("Have happened", String.valueOf(happened), "by the evidence", happened > 0));
        }
        return tiles;
    }

    /** One line for each list that says what is required, in the order of the knowledge base. */
    private static List<Conformity> conformities(BoardInput input) {
        return Mapping.all(input.knowledge()).keySet().stream()
                .limit(FRAMEWORKS)
                .map(id ->
                        ComplianceView.of(input.knowledge(), id, input.assessment(), input.evidence(), input.digests()))
                .map(v -> new Conformity(
                        Plain.cut(v.framework().title(), 80),
                        v.count(Fulfilment.EVIDENCE),
                        v.count(Fulfilment.CLAIM) + v.count(Fulfilment.STALE),
                        v.results().size() - v.count(Fulfilment.NOT_APPLICABLE)))
                .toList();
    }

    private static List<String> unknowns(Assessment now, BoardMoney cost) {
        List<String> unknowns = new ArrayList<>();
        if (!cost.known()) {
            unknowns.add("Nobody stated what a loss would cost, so no risk has a price.");
        } else if (!cost.unpriced().isEmpty()) {
            unknowns.add("%s no stated loss and %s missing from every amount."
                    .formatted(
                            cost.unpriced().size() == 1
                                    ? "1 risk has"
                                    : cost.unpriced().size() + " risks have",
                            cost.unpriced().size() == 1 ? "is" : "are"));
        }
        if (!now.questions().isEmpty()) {
            List<Risk> moved = now.shown().stream()
                    .filter(r -> r.range().high() > r.current().probability() * 1.05)
                    .toList();
            unknowns.add("%s about the system %s open; answers could raise %s."
                    .formatted(
                            Figures.count(now.questions().size(), "question"),
                            now.questions().size() == 1 ? "is" : "are",
                            moved.isEmpty() ? "risks not shown here" : Figures.count(moved.size(), "risk") + " shown"));
        }
        if (!now.gaps().isEmpty()) {
            unknowns.add("%s could not be looked at: %s."
                    .formatted(
                            Figures.count(now.gaps().size(), "thing"),
                            Plain.cut(
                                    Words.some(
                                            now.gaps().stream()
                                                    .map(g -> g.where())
                                                    .distinct()
                                                    .toList(),
                                            3),
                                    120)));
        }
        return unknowns;
    }
}
