package io.casemate.core.money.scenario;

import io.casemate.core.money.distribution.Constant;
import io.casemate.core.money.distribution.Distribution;

/**
 * What an event costs in one asset.
 *
 * @param asset what is lost; one event costs it once, through however many scenarios it comes
 * @param primary loss of the event itself
 * @param probability that others react, such as customers and regulators, so that the secondary loss comes on top; 0 to 1
 * @param secondary loss from their reaction
 */
public record Stake(String asset, Distribution primary, double probability, Distribution secondary) {
    public Stake {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("need a probability of 0 to 1, got " + probability);
        }
    }

    /** A loss without a secondary one. */
    public static Stake of(String asset, Distribution primary) {
        return new Stake(asset, primary, 0, Constant.ZERO);
    }

    /** Mean loss of an event. */
    public double mean() {
        return primary.mean() + probability * secondary.mean();
    }

    /** Variance of the loss of an event. */
    public double variance() {
        double m = secondary.mean();
        return primary.variance() + probability * (secondary.variance() + m * m) - probability * probability * m * m;
    }
}
