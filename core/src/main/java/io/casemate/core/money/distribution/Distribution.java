package io.casemate.core.money.distribution;

import java.util.function.DoubleUnaryOperator;

/** A quantity that is not known, or not the same each time: at least 0, of finite variance. */
public sealed interface Distribution permits Constant, LogNormal, Pert, Beta {
    double mean();

    double variance();

    /**
     * The value that is not exceeded with probability {@code u}; rises with {@code u}.
     *
     * @param u above 0 and below 1
     */
    double quantile(double u);

    /** The quantiles for many uses: a table of relative error below 1e-4 of the range where {@link #quantile} is slow. */
    default DoubleUnaryOperator quantiles() {
        return this::quantile;
    }

    /** This distribution in another unit, such as another currency. */
    Distribution times(double factor);
}
