package io.casemate.core.diff;

import io.casemate.core.risk.Answered;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Rating;
import io.casemate.core.risk.Risk;
import java.util.Map;
import java.util.TreeMap;

/** How one scenario stands in one system. */
public sealed interface Standing {
    /** The system does not give it. */
    record Absent() implements Standing {}

    /** Controls end it. */
    record Ended(Answered answered) implements Standing {}

    /** It is a risk. */
    record Open(Risk risk) implements Standing {}

    /** Nothing is known of it. */
    static Standing absent() {
        return new Absent();
    }

    /** Figures that differ by less, as a share, are the same: sums in another order. */
    double TOLERANCE = 1e-9;

    /** All scenarios of an assessment that are risks or would be, by id. */
    static Map<String, Standing> of(Assessment assessment) {
        Map<String, Standing> standings = new TreeMap<>();
        assessment.answered().forEach(a -> standings.put(a.id(), new Ended(a)));
        assessment.risks().forEach(r -> standings.put(r.id(), new Open(r)));
        return standings;
    }

    /** Whether nothing that counts differs: neither rating nor incident nor what ends it; being ended and absent are one. */
    static boolean same(Standing a, Standing b) {
        return switch (a) {
            case Open x -> b instanceof Open y && same(x.risk(), y.risk());
            case Ended x ->
                switch (b) {
                    case Open y -> false;
                    case Ended y -> x.answered().verified() == y.answered().verified();
                    case Absent y -> true;
                };
            case Absent x -> !(b instanceof Open);
        };
    }

    /** How much there is to lose a year: annual probability times impact; with an incident, certainty. */
    default double weight() {
        return switch (this) {
            case Absent a -> 0;
            case Ended e -> 0;
            case Open o ->
                (o.risk().incident().happened() ? 1 : o.risk().current().probability())
                        * o.risk().current().impact();
        };
    }

    private static boolean same(Risk a, Risk b) {
        Rating x = a.current();
        Rating y = b.current();
        return x.likelihood() == y.likelihood()
                && x.impact() == y.impact()
                && a.incident().happened() == b.incident().happened()
                && near(x.vulnerability(), y.vulnerability())
                && near(x.frequency(), y.frequency())
                && near(x.probability(), y.probability());
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
}
