package io.casemate.core.risk;

import java.util.Comparator;

/** The order in which people should look: incidents, then score, then annual probability times impact, then id. */
final class Ranking {
    private Ranking() {}

    static final Comparator<Risk> ORDER = Comparator.comparing(
                    (Risk r) -> !r.incident().happened())
            .thenComparingInt(r -> -r.current().score())
            .thenComparingDouble(r -> -r.current().probability() * r.current().impact())
            .thenComparing(Risk::id);
}
