package io.casemate.core.plan;

import io.casemate.core.model.Treatment;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /**
     * A treatment for each scenario that a step lowers, in the order in which they are lowered.
     *
     * @param owner who sees to it; may be empty
     */
    public List<Treatment> treatments(String owner) {
        Map<String, Set<String>> mitigations = new LinkedHashMap<>();
        Map<String, LocalDate> due = new HashMap<>();
        for (Step step : steps) {
            for (String scenario : step.scenarios()) {
                mitigations
                        .computeIfAbsent(scenario, s -> new LinkedHashSet<>())
                        .add(step.choice().mitigation());
                due.merge(scenario, step.due(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return mitigations.entrySet().stream()
                .map(e -> new Treatment(
                        e.getKey(),
                        Treatment.Action.MITIGATE,
                        List.copyOf(e.getValue()),
                        owner,
                        String.valueOf(due.get(e.getKey())),
                        Treatment.Status.OPEN,
                        ""))
                .toList();
    }
}
