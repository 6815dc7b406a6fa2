package io.casemate.core.plan;

import io.casemate.core.plan.outcome.Choice;
import java.time.LocalDate;
import java.util.List;

/**
 * One choice of a plan, after those before it.
 *
 * @param priority 1 where it lowers a scenario of the high band or an incident, 2 for medium, 3 for low
 * @param due by when, as the knowledge base gives time for the priority
 * @param risk sum of annual probability x impact once it is in place
 * @param loss expected loss a year once it is in place, in the currency of the model's losses
 * @param saved by how much it lowers the expected loss a year
 * @param scenarios ids of those it lowers or ends
 */
public record Step(
        Choice choice, int priority, LocalDate due, double risk, double loss, double saved, List<String> scenarios) {
    public Step {
        scenarios = List.copyOf(scenarios);
    }

    /** Loss saved for one unit of cost; a choice that costs nothing returns without end. */
    public double returned() {
        return rate(saved, choice.cost());
    }

    static double rate(double saved, long cost) {
        return cost > 0 ? saved / cost : saved > 0 ? Double.POSITIVE_INFINITY : 0;
    }
}
