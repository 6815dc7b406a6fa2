package io.casemate.report.html.scenario;

import io.casemate.core.risk.Term;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of the waterfall from even odds to the current vulnerability.
 *
 * @param what what it comes from, in words
 * @param where the part it was read at, empty where it belongs to the whole path
 * @param left where the bar begins, percent of the width
 * @param width how wide it is, percent, never thinner than a line
 */
record TermBar(Term term, String what, String where, double left, double width) {
    /** The steps, all on one scale that holds every intermediate sum and zero. */
    static List<TermBar> of(List<Term> terms, Glossary glossary) {
        double low = low(terms);
        double span = Math.max(1, high(terms) - low);
        List<TermBar> bars = new ArrayList<>();
        double sum = 0;
        for (Term term : terms) {
            double next = sum + term.decibans();
            double left = (Math.min(sum, next) - low) / span * 100;
            double width = Math.max(0.6, Math.abs(term.decibans()) / span * 100);
            int at = term.source().indexOf('@');
            String what = at < 0 ? term.source() : term.source().substring(0, at);
            String where = at < 0 ? "" : glossary.name(term.source().substring(at + 1));
            bars.add(new TermBar(term, Words.title(what), where, tenth(left), tenth(width)));
            sum = next;
        }
        return bars;
    }

    /** Where even odds lie on that scale, percent. */
    static double zero(List<Term> terms) {
        double low = low(terms);
        return tenth(-low / Math.max(1, high(terms) - low) * 100);
    }

    private static double low(List<Term> terms) {
        double sum = 0;
        double low = 0;
        for (Term term : terms) {
            sum += term.decibans();
            low = Math.min(low, sum);
        }
        return low;
    }

    private static double high(List<Term> terms) {
        double sum = 0;
        double high = 0;
        for (Term term : terms) {
            sum += term.decibans();
            high = Math.max(high, sum);
        }
        return high;
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
