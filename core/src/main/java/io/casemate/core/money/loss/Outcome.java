package io.casemate.core.money.loss;

import java.util.List;

/**
 * What one state of a portfolio costs in a year.
 *
 * @param total all scenarios together
 * @param alone each scenario as if there were no other, in the order of the portfolio
 * @param parts each scenario's part of the total, in the same order
 */
public record Outcome(Losses total, List<Losses> alone, List<Contribution> parts) {
    public Outcome {
        alone = List.copyOf(alone);
        parts = List.copyOf(parts);
    }
}
