package io.casemate.core.money.loss;

import java.util.List;

/**
 * The loss of one year.
 *
 * @param mean annualised loss expectancy
 * @param deviation standard deviation
 * @param anyLoss probability that the year costs anything
 * @param percentiles at 50, 75, 90, 95, 99 and 99.5 %
 * @param tails value at risk and tail value at risk at 90, 95, 99 and 99.5 %
 * @param curve loss exceedance curve, losses rising; eight points a decade; empty where nothing was lost
 */
public record Losses(
        Figure mean,
        Figure deviation,
        Figure anyLoss,
        List<Quantile> percentiles,
        List<Tail> tails,
        List<CurvePoint> curve) {
    public static final List<Double> PERCENTILES = List.of(0.5, 0.75, 0.9, 0.95, 0.99, 0.995);
    public static final List<Double> TAILS = List.of(0.9, 0.95, 0.99, 0.995);

    public Losses {
        percentiles = List.copyOf(percentiles);
        tails = List.copyOf(tails);
        curve = List.copyOf(curve);
    }

    /** The percentile at this probability, which must be one of {@link #PERCENTILES}. */
    public Quantile percentile(double at) {
        return percentiles.stream().filter(q -> q.at() == at).findFirst().orElseThrow();
    }

    /** The tail at this probability, which must be one of {@link #TAILS}. */
    public Tail tail(double at) {
        return tails.stream().filter(t -> t.at() == at).findFirst().orElseThrow();
    }
}
