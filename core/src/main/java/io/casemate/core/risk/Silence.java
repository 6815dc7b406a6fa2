package io.casemate.core.risk;

import io.casemate.core.model.Part;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Condition.All;
import io.casemate.core.threat.Evaluator;
import io.casemate.core.threat.Threat;
import io.casemate.core.threat.Truth;
import java.util.List;

/** Says in words why a threat did not fire: the first clause that the part coming closest does not meet. */
final class Silence {
    /** What a reason may be long, in characters; only long ids of elements exceed it. */
    private static final int LENGTH = 160;

    private Silence() {}

    static String because(Threat threat, Evaluator evaluator) {
        List<Condition> clauses = threat.when() instanceof All all ? all.of() : List.of(threat.when());
        int furthest = 0;
        Part nearest = null;
        for (Part part : evaluator.topology().parts()) {
            int met = 0;
            while (met < clauses.size() && evaluator.test(clauses.get(met), part) != Truth.NO) {
                met++;
            }
            if (met > furthest) {
                furthest = met;
                nearest = part;
            }
        }
        if (nearest == null) {
            return reason("nothing in the system ", clauses.getFirst());
        }
        if (furthest < clauses.size()) {
            return reason("nearest is %s, which does not meet: ".formatted(nearest.id()), clauses.get(furthest));
        }
        return threat.atTarget()
                ? "no adversary of the model can act at " + nearest.id()
                : "no path that an adversary of the model can take leads to " + nearest.id();
    }

    private static String reason(String start, Condition clause) {
        return start + ClauseWords.of(clause, LENGTH - start.length());
    }
}
