package io.casemate.core.risk;

/**
 * One state of a risk: inherent, current or target.
 *
 * @param vulnerability V, probability that one attempt succeeds, 0 to 1
 * @param frequency F, attempts a year, at least 0
 * @param probability P = 1 - exp(-F V), that it happens within a year; 0 where the controls end the scenario
 * @param likelihood 1 to 3 by the bands of the knowledge base, 0 where the scenario is ended
 * @param impact 1 to 3
 */
public record Rating(double vulnerability, double frequency, double probability, int likelihood, int impact) {

    /** The state in which a scenario does not apply any more. */
    public static Rating ended(int impact) {
        return new Rating(0, 0, 0, 0, impact);
    }

    /** Likelihood times impact, 1 to 9; 0 where ended. */
    public int score() {
        return likelihood * impact;
    }

    public Band band() {
        return Band.of(score());
    }

    public boolean hasEnded() {
        return likelihood == 0;
    }
}
