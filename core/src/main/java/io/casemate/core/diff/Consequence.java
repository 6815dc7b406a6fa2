package io.casemate.core.diff;

import io.casemate.core.diff.Standing.Absent;
import io.casemate.core.diff.Standing.Ended;
import io.casemate.core.diff.Standing.Open;
import io.casemate.core.model.Named;
import io.casemate.core.risk.Rating;
import io.casemate.core.risk.Risk;
import io.casemate.core.risk.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a change does to one scenario.
 *
 * @param scenario its id, in the ids of the later system
 * @param terms the summands of the log-odds that differ, where it is a risk before and after
 * @param with numbers of the other causes that have a part in it; empty where one cause makes it alone
 */
public record Consequence(
        String scenario, Change change, Standing before, Standing after, List<TermShift> terms, List<Integer> with) {
    /** In which way it changed. */
    public enum Change implements Named {
        /** It has happened, and had not before. */
        INCIDENT,
        /** It is a risk, and was not there. */
        NEW,
        /** It is a risk that controls ended before. */
        REOPENED,
        WORSE,
        /** Controls end it as before, but now by words alone. */
        UNPROVEN,
        BETTER,
        /** Evidence stands behind the controls that end it; before there were words. */
        PROVEN,
        /** Controls end it now. */
        ENDED,
        /** It is not there any more. */
        GONE,
        /** What said that it has happened was taken back. */
        RETRACTED;

        /** Whether there is more to lose than before. */
        public boolean harmful() {
            return compareTo(BETTER) < 0;
        }
    }

    /**
     * A summand of the log-odds that differs.
     *
     * @param before decibans; 0 where there was none
     * @param after decibans; 0 where there is none
     */
    public record TermShift(String source, double before, double after, String reason) {}

    public Consequence {
        terms = List.copyOf(terms);
        with = List.copyOf(with);
    }

    static Consequence of(String scenario, Standing before, Standing after, List<Integer> with) {
        return new Consequence(scenario, change(before, after), before, after, shifts(before, after), with);
    }

    /** Whether it is of a kind that reports show: not a low band without evidence, before and after. */
    public boolean shown() {
        return shown(before) || shown(after);
    }

    /** What it costs or saves: difference of annual probability times impact. */
    public double weight() {
        return after.weight() - before.weight();
    }

    private static boolean shown(Standing standing) {
        return switch (standing) {
            case Absent a -> false;
            case Ended e -> true;
            case Open o -> o.risk().shown();
        };
    }

    private static Change change(Standing before, Standing after) {
        return switch (after) {
            case Open now ->
                switch (before) {
                    case Open was -> change(was.risk(), now.risk());
                    case Ended was -> now.risk().incident().happened() ? Change.INCIDENT : Change.REOPENED;
                    case Absent was -> now.risk().incident().happened() ? Change.INCIDENT : Change.NEW;
                };
            case Ended now ->
                switch (before) {
                    case Open was -> was.risk().incident().happened() ? Change.RETRACTED : Change.ENDED;
                    case Ended was -> now.answered().verified() ? Change.PROVEN : Change.UNPROVEN;
                    case Absent was -> Change.ENDED;
                };
            case Absent now ->
                before instanceof Open was && was.risk().incident().happened() ? Change.RETRACTED : Change.GONE;
        };
    }

    private static Change change(Risk was, Risk now) {
        if (was.incident().happened() != now.incident().happened()) {
            return now.incident().happened() ? Change.INCIDENT : Change.RETRACTED;
        }
        return order(was.current()) <= order(now.current()) ? Change.WORSE : Change.BETTER;
    }

    private static double order(Rating rating) {
        return rating.frequency() * rating.vulnerability() * rating.impact();
    }

    private static List<TermShift> shifts(Standing before, Standing after) {
        if (!(before instanceof Open was) || !(after instanceof Open now)) {
            return List.of();
        }
        Map<String, Term> old = bySource(was.risk());
        Map<String, Term> fresh = bySource(now.risk());
        Map<String, Term> all = new LinkedHashMap<>(old);
        all.putAll(fresh);
        List<TermShift> shifts = new ArrayList<>();
        all.forEach((source, term) -> {
            double from = decibans(old, source);
            double to = decibans(fresh, source);
            if (Math.abs(to - from) > Stances.TOLERANCE) {
                shifts.add(new TermShift(source, from, to, term.reason()));
            }
        });
        return shifts;
    }

    private static double decibans(Map<String, Term> terms, String source) {
        Term term = terms.get(source);
        return term == null ? 0 : term.decibans();
    }

    private static Map<String, Term> bySource(Risk risk) {
        Map<String, Term> terms = new LinkedHashMap<>();
        risk.terms()
                .forEach(t -> terms.merge(
                        t.source(),
                        t,
                        (a, b) -> new Term(a.source(), a.decibans() + b.decibans(), b.observed(), b.reason())));
        return terms;
    }
}
