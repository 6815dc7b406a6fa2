package io.casemate.report.wording;

import io.casemate.core.diff.Cause;
import io.casemate.core.diff.Cause.Crossing;
import io.casemate.core.diff.Cause.Detail;
import io.casemate.core.diff.Consequence;
import io.casemate.core.diff.Consequence.Change;
import io.casemate.core.diff.Consequence.TermShift;
import io.casemate.core.diff.Difference;
import io.casemate.core.diff.Standing;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Rating;
import io.casemate.core.risk.Risk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A difference in words, the same in every format. */
public final class ChangeWords {
    private static final String NOTHING = "nothing that has a meaning";
    private static final int FACTORS_MAX = 4;

    private ChangeWords() {}

    /** {@code 3 changes: 4 scenarios new, 1 worse}. */
    public static String summary(Difference difference) {
        if (difference.isEmpty()) {
            return "No change: " + NOTHING + " differs.";
        }
        return "%s: %s"
                .formatted(
                        Figures.count(difference.causes().size(), "change"),
                        counts(difference.consequences().toList()));
    }

    /** {@code 4 new, 1 worse, 2 of low band}; says so where there are none. */
    public static String counts(Collection<Consequence> consequences) {
        List<String> counts = new ArrayList<>();
        for (Change change : Change.values()) {
            long shown = consequences.stream()
                    .filter(c -> c.change() == change && c.shown())
                    .count();
            if (shown > 0) {
                counts.add("%d %s".formatted(shown, word(change)));
            }
        }
        long low = consequences.stream().filter(c -> !c.shown()).count();
        if (low > 0) {
            counts.add("%d of low band".formatted(low));
        }
        return counts.isEmpty() ? "no consequences" : String.join(", ", counts);
    }

    public static String word(Change change) {
        return switch (change) {
            case INCIDENT -> "incident";
            case NEW -> "new";
            case REOPENED -> "open again";
            case WORSE -> "worse";
            case UNPROVEN -> "ended by words only";
            case BETTER -> "better";
            case PROVEN -> "proven ended";
            case ENDED -> "ended by controls";
            case GONE -> "gone";
            case RETRACTED -> "incident taken back";
        };
    }

    /** {@code high 9 → 11, medium 12}, of the scenarios that reports show. */
    public static String bands(Difference difference) {
        List<String> bands = new ArrayList<>();
        for (Band band : List.of(Band.HIGH, Band.MEDIUM, Band.LOW)) {
            long was = shown(difference.before(), band);
            long is = shown(difference.after(), band);
            if (was + is > 0) {
                bands.add(was == is ? "%s %d".formatted(band.id(), is) : "%s %d → %d".formatted(band.id(), was, is));
            }
        }
        return bands.isEmpty() ? "no risk is shown" : String.join(", ", bands);
    }

    /** What can be looked at no more or again, and how many questions are open, where that changed. */
    public static List<String> unseen(Difference difference) {
        List<String> words = new ArrayList<>();
        difference.opened().forEach(gap -> words.add("not seen any more: %s: %s".formatted(gap.where(), gap.what())));
        difference.closed().forEach(gap -> words.add("seen again: " + gap.where()));
        int was = difference.before().questions().size();
        int is = difference.after().questions().size();
        if (was != is) {
            words.add("open questions %d → %d".formatted(was, is));
        }
        return words;
    }

    /** {@code medium, 12 % a year}. */
    public static String standing(Standing standing) {
        return switch (standing) {
            case Standing.Absent a -> "not there";
            case Standing.Ended e ->
                "ended by %s%s"
                        .formatted(
                                e.answered().controls().isEmpty()
                                        ? "controls"
                                        : Words.some(e.answered().controls(), 2),
                                e.answered().verified() ? "" : ", in words");
            case Standing.Open o -> open(o.risk());
        };
    }

    /** What moved it: {@code V 0.12 → 0.31; F 4 → 12 a year; content-filtered@guard −7.5 → 0.0}; "" where it came or went. */
    public static String factors(Consequence consequence) {
        if (!(consequence.before() instanceof Standing.Open was)
                || !(consequence.after() instanceof Standing.Open now)) {
            return "";
        }
        Rating a = was.risk().current();
        Rating b = now.risk().current();
        List<String> factors = new ArrayList<>();
        add(factors, "V", a.vulnerability(), b.vulnerability(), "");
        add(factors, "F", a.frequency(), b.frequency(), " a year");
        if (a.impact() != b.impact()) {
            factors.add("impact %d → %d".formatted(a.impact(), b.impact()));
        }
        consequence.terms().stream()
                .sorted(Comparator.comparingDouble((TermShift t) -> -Math.abs(t.after() - t.before())))
                .limit(FACTORS_MAX)
                .map(t -> "%s %s → %s dB"
                        .formatted(t.source(), Figures.decibans(t.before()), Figures.decibans(t.after())))
                .forEach(factors::add);
        return String.join("; ", factors);
    }

    /** Boundaries that flows of the cause cross now and no more; one that it still crosses by another way is not named. */
    public static List<String> crossings(Cause cause) {
        List<String> words = new ArrayList<>();
        for (boolean begins : List.of(true, false)) {
            String list = cause.crossings().stream()
                    .filter(c -> c.begins() == begins && !replaced(c, cause))
                    .map(c -> "%s over %s".formatted(c.flow(), c.zone()))
                    .collect(Collectors.joining(", "));
            if (!list.isEmpty()) {
                words.add((begins ? "crosses now: " : "crosses no more: ") + list);
            }
        }
        return words;
    }

    private static boolean replaced(Crossing crossing, Cause cause) {
        return cause.crossings().stream()
                .anyMatch(c -> c.begins() != crossing.begins() && c.zone().equals(crossing.zone()));
    }

    /** {@code content-filtered: yes → no}. */
    public static String detail(Detail detail) {
        if (detail.before().isEmpty()) {
            return "%s: %s, new".formatted(detail.what(), detail.after());
        }
        if (detail.after().isEmpty()) {
            return "%s: %s, gone".formatted(detail.what(), detail.before());
        }
        return "%s: %s → %s".formatted(detail.what(), detail.before(), detail.after());
    }

    /** {@code , with 2 and 3} where other causes have a part in it. */
    public static String with(Consequence consequence) {
        return consequence.with().isEmpty()
                ? ""
                : "together with "
                        + Words.list(consequence.with().stream()
                                .map(n -> "change " + n)
                                .toList());
    }

    private static String open(Risk risk) {
        String band =
                risk.incident().happened() ? "incident" : risk.current().band().id();
        return "%s, %s a year".formatted(band, Figures.percent(risk.current().probability()));
    }

    private static void add(List<String> factors, String what, double before, double after, String unit) {
        String was = six(before);
        String is = six(after);
        if (!was.equals(is)) {
            factors.add("%s %s → %s%s".formatted(what, was, is, unit));
        }
    }

    private static String six(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private static long shown(Assessment assessment, Band band) {
        return assessment.shown().stream()
                .filter(r -> r.current().band() == band)
                .count();
    }
}
