package io.casemate.core.money.simulation;

import io.casemate.core.money.tally.Tally;
import java.util.Arrays;

/** What one thread writes on: the losses of each peril in some years, and what it needs to remember within a year. */
final class Page {
    static final int YEARS = 512;

    private final double[][] alone;
    private final double[][] parts;
    private final double[] total = new double[YEARS];
    private final Urn urn;
    private final int[] hit;
    private final int[] payers;

    Page(int perils, int assets) {
        alone = new double[perils][YEARS];
        parts = new double[perils][YEARS];
        urn = new Urn(perils);
        hit = new int[perils];
        payers = new int[assets];
    }

    void clear() {
        for (int i = 0; i < alone.length; i++) {
            Arrays.fill(alone[i], 0);
            Arrays.fill(parts[i], 0);
        }
        Arrays.fill(total, 0);
    }

    /** A loss as if there were no other peril, and its part of what all cost together. */
    void add(int peril, int slot, double loss, double part) {
        alone[peril][slot] += loss;
        parts[peril][slot] += part;
        total[slot] += part;
    }

    /** Hands in the first so many years. */
    void addTo(Tally tally, int years) {
        tally.add(total, alone, parts, years);
    }

    double total(int slot) {
        return total[slot];
    }

    Urn urn() {
        return urn;
    }

    /** Room for the members that one attempt hits. */
    int[] hit() {
        return hit;
    }

    /** For each asset how many pay for it in one event; zeros between events. */
    int[] payers() {
        return payers;
    }
}
