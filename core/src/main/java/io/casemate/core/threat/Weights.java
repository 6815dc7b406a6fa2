package io.casemate.core.threat;

import io.casemate.core.model.Level;
import io.casemate.core.threat.Factor.Strength;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Every constant of the risk model, as {@code knowledge/weights.yaml} states it with its source.
 *
 * @param controls decibans by strength of a control in place, all at most 0
 * @param aggravation decibans by strength of an aggravating exposure, at least 0
 * @param presumption decibans for each clause of a condition that rests on a presumption, at most 0
 * @param step decibans for each flow on the path, at most 0
 * @param frequency how often adversaries try
 * @param evidence how evidence counts
 * @param bands where the likelihoods begin
 * @param effort what an attack costs the adversary
 * @param planning what mitigations cost, and how soon
 */
public record Weights(
        Map<Strength, Control> controls,
        Map<Strength, Double> aggravation,
        double presumption,
        double step,
        Frequency frequency,
        EvidenceWeights evidence,
        Bands bands,
        Effort effort,
        Planning planning) {

    /** Decibans of a control of this strength. */
    public Control control(Strength strength) {
        return Objects.requireNonNull(controls.get(strength), () -> "no weight for controls " + strength);
    }

    /** Decibans of an aggravating exposure of this strength. */
    public double aggravation(Strength strength) {
        return Objects.requireNonNull(aggravation.get(strength), () -> "no weight for aggravation " + strength);
    }

    /**
     * Decibans of one control.
     *
     * @param claimed somebody says it is in place
     * @param verified a test, scan or attack showed it
     * @param unknown nobody said; presumed absent with less certainty than stated absence, which counts 0
     */
    public record Control(double claimed, double verified, double unknown) {
        public Control {
            if (!(verified <= claimed && claimed <= unknown && unknown <= 0)) {
                throw new IllegalArgumentException("need verified <= claimed <= unknown <= 0, got %s, %s, %s"
                        .formatted(verified, claimed, unknown));
            }
        }
    }

    /**
     * How often adversaries try.
     *
     * @param attemptsPerYear by an adversary's likelihood
     * @param skillShortBy share of attempts left where capability is 0, 1 or 2 levels below the skill needed
     * @param priorYears strength of the Gamma prior: the years of observation it is worth
     * @param watchYears how far back alerts and observed time count
     */
    public record Frequency(
            Map<Level, Double> attemptsPerYear, List<Double> skillShortBy, double priorYears, double watchYears) {}

    /**
     * How evidence counts.
     *
     * @param capDecibans largest sum of the weights of findings, either sign
     * @param trialStrength k, the trials that the indirect vulnerability is worth
     * @param halfLifeDays by kind of evidence: finding, attack, attestation
     * @param staleAfterDays age from which evidence counts nothing, by kind
     */
    public record EvidenceWeights(
            double capDecibans,
            double trialStrength,
            Map<String, Double> halfLifeDays,
            Map<String, Double> staleAfterDays) {}

    /**
     * Annual probability from which a likelihood is 2 and from which it is 3.
     *
     * @param medium lower end of likelihood 2
     * @param high lower end of likelihood 3
     */
    public record Bands(double medium, double high) {
        /** Likelihood 1 to 3 of an annual probability. */
        public int likelihood(double probability) {
            if (probability >= high) {
                return 3;
            }
            return probability >= medium ? 2 : 1;
        }
    }

    /**
     * Days of an adversary's work.
     *
     * @param actDays to get to where a scenario begins, at least 0
     * @param attemptDays to succeed there, by the skill that it needs
     */
    public record Effort(double actDays, Map<Level, Double> attemptDays) {
        public Effort {
            attemptDays = Map.copyOf(attemptDays);
        }

        public double attemptDays(Level skill) {
            return Objects.requireNonNull(attemptDays.get(skill), () -> "no days for skill " + skill);
        }
    }

    /**
     * What mitigations cost, and how soon they are due.
     *
     * @param costAYear of one mitigation at one place by its class of cost, in the currency of the model's losses
     * @param dueDays days from the plan until it is due, by priority 1 to 3
     */
    public record Planning(Map<Level, Double> costAYear, List<Integer> dueDays) {
        public Planning {
            costAYear = Map.copyOf(costAYear);
            dueDays = List.copyOf(dueDays);
            if (dueDays.size() != 3) {
                throw new IllegalArgumentException("need days for priorities 1 to 3, got %s".formatted(dueDays));
            }
        }

        public double costAYear(Level cost) {
            return Objects.requireNonNull(costAYear.get(cost), () -> "no cost for " + cost);
        }
    }
}
