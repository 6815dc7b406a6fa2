package io.casemate.core.plan;

import io.casemate.core.plan.outcome.Choice;
import java.util.List;

/**
 * What one choice alone would do, all others left as they are today.
 *
 * @param risk by how much it lowers the sum of annual probability x impact
 * @param saved by how much it lowers the expected loss a year
 * @param scenarios ids of those it lowers or ends
 */
public record Return(Choice choice, double risk, double saved, List<String> scenarios) {
    public Return {
        scenarios = List.copyOf(scenarios);
    }

    /** Loss saved for one unit of cost; without end where the choice costs nothing. */
    public double rate() {
        return Step.rate(saved, choice.cost());
    }
}
