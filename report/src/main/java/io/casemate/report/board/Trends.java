package io.casemate.report.board;

import io.casemate.core.model.Review;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.report.board.Trend.Change;
import io.casemate.report.board.Trend.Way;
import io.casemate.report.wording.Figures;
import java.util.ArrayList;
import java.util.List;

/** Compares two moments of one system. */
record Trends(Assessment before, BoardMoney moneyBefore, Assessment now, BoardMoney moneyNow, Band appetite) {
    Trend trend() {
        List<Change> changes = new ArrayList<>();
        if (moneyNow.known() && moneyBefore.known()) {
            changes.add(money("Cost of an average year", moneyBefore.mean(), moneyNow.mean()));
            changes.add(money("One year of twenty costs more than", moneyBefore.oneInTwenty(), moneyNow.oneInTwenty()));
        }
        changes.add(count("Risks above what we accept", above(before, appetite), above(now, appetite)));
        changes.add(count("Things that have happened", happened(before), happened(now)));
        changes.add(chance(worst(before), worst(now)));
        changes.add(count(
                "Open questions", before.questions().size(), now.questions().size()));
        String last = now.review().last();
        String by = now.topology().model().reviews().stream()
                .filter(r -> r.date().equals(last))
                .map(Review::by)
                .findFirst()
                .orElse("");
        return new Trend(last, Plain.cut(by, 60), changes);
    }

    static int above(Assessment assessment, Band appetite) {
        return (int) assessment.shown().stream().filter(r -> r.above(appetite)).count();
    }

    static int happened(Assessment assessment) {
        return (int)
                assessment.risks().stream().filter(r -> r.incident().happened()).count();
    }

    private static double worst(Assessment assessment) {
        return assessment.shown().stream()
                .mapToDouble(r -> r.current().probability())
                .max()
                .orElse(0);
    }

    private Change money(String measure, double before, double now) {
        return change(measure, moneyNow.words(before), moneyNow.words(now), before, now);
    }

    private static Change count(String measure, int before, int now) {
        return change(measure, String.valueOf(before), String.valueOf(now), before, now);
    }

    private static Change chance(double before, double now) {
        return change("Chance of the likeliest, a year", Figures.percent(before), Figures.percent(now), before, now);
    }

    /** Less is better in every measure; what reads the same is the same. */
    private static Change change(String measure, String before, String now, double was, double is) {
        Way way = before.equals(now) ? Way.SAME : is < was ? Way.BETTER : Way.WORSE;
        return new Change(measure, before, now, way);
    }
}
