package io.casemate.core.money.distribution;

/**
 * A share between 0 and 1.
 *
 * @param a above 0
 * @param b above 0
 */
public record Beta(double a, double b) implements Distribution {
    public Beta {
        if (!(a > 0) || !(b > 0) || Double.isInfinite(a + b)) {
            throw new IllegalArgumentException("need a > 0 and b > 0, got %s, %s".formatted(a, b));
        }
    }

    @Override
    public double mean() {
        return a / (a + b);
    }

    @Override
    public double variance() {
        return a * b / ((a + b) * (a + b) * (a + b + 1));
    }

    @Override
    public double quantile(double u) {
        return IncompleteBeta.inverse(a, b, u);
    }

    /** A share has no unit. */
    @Override
    public Distribution times(double factor) {
        if (factor == 1) {
            return this;
        }
        throw new IllegalArgumentException("a share has no unit, so it is not to be multiplied by " + factor);
    }
}
