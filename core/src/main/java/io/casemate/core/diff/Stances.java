package io.casemate.core.diff;

import io.casemate.core.risk.Rating;
import io.casemate.core.risk.Stance;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where the scenarios of one system stand; those that are not in the map are not there. */
record Stances(Map<String, Stance> byScenario) {
    /** Figures that differ by less, as a share, are the same: sums in another order. */
    static final double TOLERANCE = 1e-9;

    static Stances of(Collection<Stance> stances) {
        Map<String, Stance> byScenario = new HashMap<>();
        stances.forEach(s -> byScenario.put(s.id(), s));
        return new Stances(byScenario);
    }

    static Stances of(Map<String, Standing> standings) {
        Map<String, Stance> byScenario = new HashMap<>();
        standings.forEach((id, standing) -> {
            switch (standing) {
                case Standing.Absent a -> {}
                case Standing.Ended e ->
                    byScenario.put(id, new Stance.Ended(id, e.answered().verified()));
                case Standing.Open o ->
                    byScenario.put(
                            id,
                            new Stance.Open(
                                    id, o.risk().current(), o.risk().incident().happened()));
            }
        });
        return new Stances(byScenario);
    }

    /** The scenarios that do not stand the same in both. */
    Set<String> differing(Stances other) {
        Set<String> all = new TreeSet<>(byScenario.keySet());
        all.addAll(other.byScenario.keySet());
        all.removeIf(id -> same(id, other));
        return all;
    }

    /** Whether nothing that counts differs: neither rating nor incident nor what ends it; being ended and absent are one. */
    boolean same(String scenario, Stances other) {
        return same(byScenario.get(scenario), other.byScenario.get(scenario));
    }

    /** How much there is to lose a year: annual probability times impact; with an incident, certainty. */
    double weight(String scenario) {
        return byScenario.get(scenario) instanceof Stance.Open open ? weight(open.rating(), open.incident()) : 0;
    }

    static double weight(Rating rating, boolean incident) {
        return (incident ? 1 : rating.probability()) * rating.impact();
    }

    private static boolean same(@Nullable Stance a, @Nullable Stance b) {
        if (a instanceof Stance.Open x && b instanceof Stance.Open y) {
            return x.incident() == y.incident() && same(x.rating(), y.rating());
        }
        if (a instanceof Stance.Ended x && b instanceof Stance.Ended y) {
            return x.verified() == y.verified();
        }
        return !(a instanceof Stance.Open) && !(b instanceof Stance.Open);
    }

    private static boolean same(Rating x, Rating y) {
        return x.likelihood() == y.likelihood()
                && x.impact() == y.impact()
                && near(x.vulnerability(), y.vulnerability())
                && near(x.frequency(), y.frequency())
                && near(x.probability(), y.probability());
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
}
