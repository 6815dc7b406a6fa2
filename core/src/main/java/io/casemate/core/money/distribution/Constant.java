package io.casemate.core.money.distribution;

/** A quantity that is known. */
public record Constant(double value) implements Distribution {
    public static final Constant ZERO = new Constant(0);

    public Constant {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("need a value of at least 0, got " + value);
        }
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double variance() {
        return 0;
    }

    @Override
    public double quantile(double u) {
        return value;
    }

    @Override
    public Constant times(double factor) {
        return new Constant(value * factor);
    }
}
