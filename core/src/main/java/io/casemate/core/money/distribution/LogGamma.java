package io.casemate.core.money.distribution;

/** Logarithm of the gamma function for positive numbers. */
final class LogGamma {
    private LogGamma() {}

    /**
     * ln Gamma(x) by Stirling's series after the recurrence has lifted x to at least 10; relative error about 1e-15.
     *
     * @param x above 0
     */
    static double of(double x) {
        double shift = 0;
        double z = x;
        while (z < 10) {
            shift += Math.log(z);
            z++;
        }
        double r = 1 / (z * z);
        double series = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188))))) / z;
        return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }
}
