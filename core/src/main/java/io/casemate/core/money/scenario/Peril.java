package io.casemate.core.money.scenario;

import java.util.List;

/**
 * One scenario to simulate.
 *
 * @param id unique in its portfolio; its random numbers follow from it, whatever else is in the portfolio
 * @param origin where and by whom it begins: scenarios of one origin share attempts; empty for an origin of its own
 * @param stakes what an event costs, each asset once; empty for nothing
 */
public record Peril(String id, String origin, Dials dials, List<Stake> stakes) {
    public Peril {
        stakes = List.copyOf(stakes);
    }

    /** Mean of a year's loss: E N E L. */
    public double mean() {
        return dials.meanEvents() * stakes.stream().mapToDouble(Stake::mean).sum();
    }

    /** Variance of a year's loss: E N Var L + Var N (E L)^2. */
    public double variance() {
        double mean = stakes.stream().mapToDouble(Stake::mean).sum();
        double variance = stakes.stream().mapToDouble(Stake::variance).sum();
        return dials.meanEvents() * variance + dials.eventVariance() * mean * mean;
    }
}
