package io.casemate.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis of amounts on a scale of logarithms.
 *
 * @param low power of ten at its left end
 * @param high power of ten at its right end, above {@code low}
 * @param from where it begins, in the units of the picture
 * @param width how wide it is
 */
record Axis(double low, double high, double from, double width) {
    double at(double amount) {
        return from + width * Math.clamp((Math.log10(amount) - low) / (high - low), 0, 1);
    }

    /** The powers of ten on it, and between them 2 and 5 times these where there are few. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        boolean few = high - low < 3;
        for (int power = (int) Math.floor(low); power <= high; power++) {
            for (int step : few ? new int[] {1, 2, 5} : new int[] {1}) {
                double tick = step * Math.pow(10, power);
                if (Math.log10(tick) >= low - 1e-9 && Math.log10(tick) <= high + 1e-9) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** An amount in few characters: 500, 20 k, 5 M, 1 bn. */
    static String words(double amount) {
        String[] units = {"", " k", " M", " bn", " tn"};
        int unit = Math.clamp((int) Math.floor((Math.log10(amount) + 1e-9) / 3), 0, units.length - 1);
        return Math.round(amount / Math.pow(1000, unit)) + units[unit];
    }
}
