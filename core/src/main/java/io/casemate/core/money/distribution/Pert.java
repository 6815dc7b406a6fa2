package io.casemate.core.money.distribution;

import java.util.function.DoubleUnaryOperator;

/**
 * The PERT distribution: a Beta stretched from {@code min} to {@code max}, with a = 1 + gamma (mode - min) / (max - min) and
 * b = 1 + gamma (max - mode) / (max - min). Its mean is (min + gamma mode + max) / (gamma + 2).
 *
 * @param min smallest value, at least 0
 * @param mode most likely value, {@code min} to {@code max}
 * @param max largest value, above {@code min}
 * @param gamma how much the mode weighs, above 0; usually 4
 */
public record Pert(double min, double mode, double max, double gamma) implements Distribution {
    public Pert {
        if (!(min >= 0 && min <= mode && mode <= max && min < max && gamma > 0) || Double.isInfinite(max + gamma)) {
            throw new IllegalArgumentException(
                    "need 0 <= min <= mode <= max, min < max and gamma > 0, got %s, %s, %s, %s"
                            .formatted(min, mode, max, gamma));
        }
    }

    /** With the usual weight of the mode, 4. */
    public Pert(double min, double mode, double max) {
        this(min, mode, max, 4);
    }

    private Beta share() {
        double width = max - min;
        return new Beta(1 + gamma * (mode - min) / width, 1 + gamma * (max - mode) / width);
    }

    @Override
    public double mean() {
        return (min + gamma * mode + max) / (gamma + 2);
    }

    @Override
    public double variance() {
        return share().variance() * (max - min) * (max - min);
    }

    @Override
    public double quantile(double u) {
        return min + (max - min) * share().quantile(u);
    }

    @Override
    public DoubleUnaryOperator quantiles() {
        return QuantileTable.of(this);
    }

    @Override
    public Pert times(double factor) {
        return new Pert(min * factor, mode * factor, max * factor, gamma);
    }
}
