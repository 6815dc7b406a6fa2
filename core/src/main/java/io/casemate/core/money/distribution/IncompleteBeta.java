package io.casemate.core.money.distribution;

/** The regularised incomplete beta function and its inverse. */
final class IncompleteBeta {
    private static final double TINY = 1e-300;

    private IncompleteBeta() {}

    /** I_x(a, b) by Lentz's continued fraction (Abramowitz and Stegun 26.5.8); relative error about 1e-14. */
    static double of(double a, double b, double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front =
                Math.exp(LogGamma.of(a + b) - LogGamma.of(a) - LogGamma.of(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(a, b, x) / a : 1 - front * fraction(b, a, 1 - x) / b;
    }

    /** The x with I_x(a, b) = p, by bisection on the logarithm of the smaller end: safe for all a and b. */
    static double inverse(double a, double b, double p) {
        double middle = of(a, b, 0.5);
        return p <= middle ? nearZero(a, b, p) : 1 - nearZero(b, a, 1 - p);
    }

    /** The x of at most 1/2 with I_x(a, b) = p: halves an interval of ln x, then Newton where it stays inside. */
    private static double nearZero(double a, double b, double p) {
        double logBeta = LogGamma.of(a) + LogGamma.of(b) - LogGamma.of(a + b);
        double high = Math.log(0.5);
        double low = Math.min((Math.log(p) + Math.log(a) + logBeta - 1) / a, high - 1);
        double x = Math.min(high, (Math.log(p) + Math.log(a) + logBeta) / a);
        for (int i = 0; i < 100 && high - low > 1e-14; i++) {
            double value = Math.exp(x);
            double over = of(a, b, value) - p;
            if (over > 0) {
                high = x;
            } else {
                low = x;
            }
            double slope = Math.exp(a * x + (b - 1) * Math.log1p(-value) - logBeta);
            double next = x - over / slope;
            if (Math.abs(next - x) < 1e-14) {
                break;
            }
            x = next > low && next < high ? next : (low + high) / 2;
        }
        return Math.exp(x);
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < 10_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return h;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
