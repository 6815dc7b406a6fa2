package io.casemate.core.plan;

import io.casemate.core.model.Topology;
import io.casemate.core.money.Pricing;
import io.casemate.core.plan.outcome.Worth;
import io.casemate.core.threat.Candidate;

/**
 * Expected loss of a year of a scenario alone, as risk in money has it: F V times the mean loss of all assets that it harms, primary
 * and secondary. Nothing where no asset states a loss. F V follows from P = 1 - exp(-F V).
 */
record ExpectedLoss(Topology topology, Pricing pricing) implements Worth {
    /** Beyond 36 events a year P rounds to 1, and no more of them can be told from it. */
    private static final double PROBABILITY_MAX = Math.nextDown(1.0);

    @Override
    public double of(Candidate scenario, double probability, int impact) {
        double events = -Math.log1p(-Math.min(probability, PROBABILITY_MAX));
        return pricing.meanLoss(events, scenario.threat().harmed(topology.handles(scenario.target())));
    }
}
