package io.casemate.core.risk;

/**
 * Where the frequency comes from: a Gamma prior of mean {@code shape / years}, and alerts in observed time;
 * F = (shape + alerts) / (years + observedYears).
 *
 * @param shape a of the Gamma prior
 * @param years b of the Gamma prior, in years
 * @param alerts alerts counted in observed time
 * @param observedYears observed time, in years
 */
public record FrequencyTerms(double shape, double years, int alerts, double observedYears) {
    public double mean() {
        return (shape + alerts) / (years + observedYears);
    }
}
