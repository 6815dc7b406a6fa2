package io.casemate.core.money.tally;

import io.casemate.core.money.loss.CurvePoint;
import io.casemate.core.money.loss.Figure;
import io.casemate.core.money.loss.Losses;
import io.casemate.core.money.loss.Quantile;
import io.casemate.core.money.loss.Tail;
import java.util.ArrayList;
import java.util.List;

/** From a histogram to figures. Within a bin, amounts are taken to lie evenly around the bin's mean, as far as the bin goes. */
final class Summary {
    /** Standard normal quantile of 0.975. */
    private static final double Z = 1.959963984540054;

    private static final int POINTS_A_DECADE = 8;
    /** Years beyond a point of the curve, so that it is worth drawing. */
    private static final int YEARS_MIN = 10;

    private final Histogram histogram;
    private final double years;
    private final List<Bin> bins = new ArrayList<>();
    private final double sum;

    /**
     * A bin that is not empty.
     *
     * @param before years of smaller amounts
     * @param mean of its amounts
     * @param reach how far its amounts go from their mean, to either side
     */
    private record Bin(double before, double count, double mean, double reach) {
        double after() {
            return before + count;
        }
    }

    private Summary(Histogram histogram) {
        this.histogram = histogram;
        years = histogram.years();
        long lost = 0;
        for (int i = 0; i < Histogram.bins(); i++) {
            lost += histogram.count(i);
        }
        double before = years - lost;
        double all = 0;
        for (int i = 0; i < Histogram.bins(); i++) {
            long count = histogram.count(i);
            if (count > 0) {
                double mean = histogram.sum(i) / count;
                double reach = Math.max(0, Math.min(mean - Histogram.lower(i), Histogram.lower(i + 1) - mean));
                bins.add(new Bin(before, count, mean, reach));
                before += count;
                all += histogram.sum(i);
            }
        }
        sum = all;
    }

    static Losses of(Histogram histogram) {
        return new Summary(histogram).losses();
    }

    private Losses losses() {
        double mean = sum / years;
        double variance = Math.max(0, histogram.squares() / years - mean * mean);
        double any = bins.isEmpty() ? 0 : 1 - bins.getFirst().before() / years;
        return new Losses(
                new Figure(mean, Math.sqrt(variance / years)),
                deviation(mean, variance),
                share(any),
                Losses.PERCENTILES.stream().map(this::quantile).toList(),
                Losses.TAILS.stream().map(this::tail).toList(),
                curve());
    }

    /** Its error by the fourth moment: Var(s) is about (m4 - s^4) / (4 n s^2). */
    private Figure deviation(double mean, double variance) {
        double fourth = bins.isEmpty() ? 0 : bins.getFirst().before() * Math.pow(mean, 4);
        for (Bin bin : bins) {
            fourth += bin.count() * Math.pow(bin.mean() - mean, 4);
        }
        double deviation = Math.sqrt(variance);
        double error = variance == 0
                ? 0
                : Math.sqrt(Math.max(0, fourth / years - variance * variance) / (4 * years)) / deviation;
        return new Figure(deviation, error);
    }

    private Figure share(double p) {
        return new Figure(p, Math.sqrt(p * (1 - p) / years));
    }

    private Quantile quantile(double at) {
        double spread = Z * Math.sqrt(years * at * (1 - at));
        return new Quantile(at, atRank(years * at), atRank(years * at - spread), atRank(years * at + spread));
    }

    /** The amount below which so many years lie. */
    private double atRank(double rank) {
        int low = 0;
        int high = bins.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bins.get(middle).after() < rank) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (bins.isEmpty() || rank <= bins.getFirst().before()) {
            return 0;
        }
        Bin bin = bins.get(Math.min(low, bins.size() - 1));
        double share = Math.clamp((rank - bin.before()) / bin.count(), 0, 1);
        return bin.mean() + bin.reach() * (2 * share - 1);
    }

    /** The error of a tail's mean holds that of where the tail begins (Manistre and Hancock 2005). */
    private Tail tail(double at) {
        Quantile border = quantile(at);
        double worst = years * (1 - at);
        double rank = years * at;
        double amount = 0;
        double square = 0;
        for (Bin bin : bins) {
            double in = Math.clamp(bin.after() - rank, 0, bin.count());
            double mean = bin.mean() + bin.reach() * (1 - in / bin.count());
            amount += in * mean;
            square += in * mean * mean;
        }
        double mean = amount / worst;
        double variance = Math.max(0, square / worst - mean * mean);
        double over = mean - border.value();
        return new Tail(border, new Figure(mean, Math.sqrt((variance + at * over * over) / worst)));
    }

    private List<CurvePoint> curve() {
        List<CurvePoint> points = new ArrayList<>();
        if (bins.isEmpty()) {
            return points;
        }
        int first = (int)
                Math.floor(POINTS_A_DECADE * Math.log10(Math.max(bins.getFirst().mean(), 1)));
        int last = (int)
                Math.ceil(POINTS_A_DECADE * Math.log10(Math.max(bins.getLast().mean(), 1)));
        for (int i = first; i <= last; i++) {
            double loss = Math.pow(10, (double) i / POINTS_A_DECADE);
            double beyond = beyond(loss);
            if (beyond >= Math.min(YEARS_MIN, years)) {
                points.add(new CurvePoint(loss, share(beyond / years)));
            }
        }
        return points;
    }

    /** Years that cost more. */
    private double beyond(double loss) {
        double beyond = 0;
        for (Bin bin : bins) {
            double from = bin.mean() - bin.reach();
            double share = bin.reach() == 0
                    ? (bin.mean() > loss ? 1 : 0)
                    : Math.clamp((from + 2 * bin.reach() - loss) / (2 * bin.reach()), 0, 1);
            beyond += share * bin.count();
        }
        return beyond;
    }
}
