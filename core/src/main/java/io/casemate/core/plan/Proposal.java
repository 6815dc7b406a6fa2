package io.casemate.core.plan;

import java.util.List;

/**
 * A set of choices with what is proven of it.
 *
 * @param aim what it is for
 * @param steps the choices, those first that lower the risk most for their cost
 * @param cost of all of them in a year
 * @param value what was minimised: the risk, or the cost
 * @param bound no set reaches less
 * @param gap (value - bound) / value, 0 to 1; 0 where the set is optimal
 * @param riskBefore sum of annual probability x impact of today
 * @param riskAfter the same with the choices in place, by the assessment
 * @param beyond ids of scenarios that no choices bring under the appetite
 * @param over ids of scenarios above the appetite with the choices in place
 * @param rounds how many assessments it took
 */
public record Proposal(
        Aim aim,
        List<Step> steps,
        long cost,
        double value,
        double bound,
        double gap,
        double riskBefore,
        double riskAfter,
        double lossBefore,
        double lossAfter,
        List<String> beyond,
        List<String> over,
        int rounds) {
    public Proposal {
        steps = List.copyOf(steps);
        beyond = List.copyOf(beyond);
        over = List.copyOf(over);
    }

    public boolean optimal() {
        return gap == 0;
    }
}
