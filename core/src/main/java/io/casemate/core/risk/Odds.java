package io.casemate.core.risk;

/** Probabilities and decibans of odds: {@code decibans = 10 log10(p / (1 - p))} (I. J. Good). */
final class Odds {
    private Odds() {}

    static double decibans(double probability) {
        return 10 * Math.log10(probability / (1 - probability));
    }

    static double probability(double decibans) {
        return 1 / (1 + Math.pow(10, -decibans / 10));
    }
}
