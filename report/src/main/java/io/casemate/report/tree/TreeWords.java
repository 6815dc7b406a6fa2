package io.casemate.report.tree;

import io.casemate.core.tree.Analysis;
import io.casemate.core.tree.Cut;
import io.casemate.core.tree.Node;
import io.casemate.core.tree.Rollup;
import io.casemate.report.wording.Figures;
import java.util.stream.Collectors;

/** How trees are put into words. */
final class TreeWords {
    private TreeWords() {}

    static String probability(Rollup rollup) {
        return rollup.exact()
                ? Figures.percent(rollup.probabilityLow())
                : "%s to %s"
                        .formatted(Figures.percent(rollup.probabilityLow()), Figures.percent(rollup.probabilityHigh()));
    }

    static String days(double days) {
        return Figures.amount(days) + (days == 1 ? " day" : " days");
    }

    static String leaves(Cut cut) {
        return cut.leaves().stream().map(Node.Leaf::title).collect(Collectors.joining("; "));
    }

    /** That all are there, or what is missed at most. */
    static String completeness(Analysis analysis) {
        return analysis.complete()
                ? "%s; these are all, and the probability is exact."
                        .formatted(Figures.count(analysis.cuts().size(), "minimal cut set"))
                : "The %d most probable cut sets. What they miss happens with a probability of at most %s a year."
                        .formatted(analysis.cuts().size(), Figures.percent(analysis.missed()));
    }
}
