package io.casemate.core.plan.outcome;

import io.casemate.core.threat.Candidate;

/** What a scenario weighs in a plan: a function of its probability that never falls where the probability rises. */
public interface Worth {
    /** The measure of the matrix: annual probability x impact. */
    Worth RISK = (scenario, probability, impact) -> probability * impact;

    /**
     * What a scenario is worth.
     *
     * @param probability that it happens within a year, above 0
     * @param impact 1 to 3
     * @return at least 0
     */
    double of(Candidate scenario, double probability, int impact);
}
