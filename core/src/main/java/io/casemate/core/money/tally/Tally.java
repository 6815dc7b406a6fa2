package io.casemate.core.money.tally;

import io.casemate.core.money.loss.Contribution;
import io.casemate.core.money.loss.Figure;
import io.casemate.core.money.loss.Losses;
import io.casemate.core.money.loss.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is kept of the years of one state. Tallies add up; in the same order to the same bits. */
public final class Tally {
    /** Bins of the total that share one row of parts: together at most 1/32 of the amount. */
    private static final int GROUPED = 4;

    private final Histogram total = new Histogram();
    private final List<Histogram> alone;
    private final @Nullable Moments[] rows = new Moments[Histogram.bins() / GROUPED];

    public Tally(int perils) {
        alone = IntStream.range(0, perils).mapToObj(i -> new Histogram()).toList();
    }

    /**
     * Adds years.
     *
     * @param totals what each year cost in all
     * @param losses for each peril what each year cost if there were no other
     * @param shares for each peril its part of the total
     * @param years how many of each to take
     */
    public void add(double[] totals, double[][] losses, double[][] shares, int years) {
        for (int y = 0; y < years; y++) {
            double amount = totals[y];
            total.add(amount);
            if (amount > 0) {
                Moments row = row(Histogram.bin(amount) / GROUPED);
                for (int i = 0; i < shares.length; i++) {
                    row.add(i, shares[i][y]);
                }
            }
        }
        for (int i = 0; i < losses.length; i++) {
            alone.get(i).add(losses[i], years);
        }
    }

    public void add(Tally other) {
        total.add(other.total);
        for (int i = 0; i < alone.size(); i++) {
            alone.get(i).add(other.alone.get(i));
        }
        for (int g = 0; g < rows.length; g++) {
            Moments row = other.rows[g];
            if (row != null) {
                row(g).add(row, 1);
            }
        }
    }

    public void clear() {
        total.clear();
        alone.forEach(Histogram::clear);
        Arrays.stream(rows).forEach(r -> {
            if (r != null) {
                r.clear();
            }
        });
    }

    public Outcome outcome() {
        Losses all = Summary.of(total);
        List<Moments> worst = all.tails().stream()
                .map(t -> beyond(t.valueAtRisk().value(), t.at()))
                .toList();
        Moments every = beyond(0, 0);
        List<Contribution> parts = new ArrayList<>();
        for (int i = 0; i < alone.size(); i++) {
            List<Figure> tails = new ArrayList<>();
            for (int t = 0; t < worst.size(); t++) {
                tails.add(worst.get(t)
                        .mean(i, total.years() * (1 - all.tails().get(t).at())));
            }
            parts.add(new Contribution(every.mean(i, (double) total.years()), tails));
        }
        return new Outcome(all, alone.stream().map(Summary::of).toList(), parts);
    }

    /** The parts in the worst years: all rows above the value at risk, and of its own row the share that belongs to them. */
    private Moments beyond(double valueAtRisk, double at) {
        var sum = new Moments(alone.size());
        int border = valueAtRisk == 0 ? -1 : Histogram.bin(valueAtRisk) / GROUPED;
        long above = 0;
        for (int g = border + 1; g < rows.length; g++) {
            Moments row = rows[g];
            if (row != null) {
                sum.add(row, 1);
                above += count(g);
            }
        }
        if (border >= 0 && rows[border] != null) {
            double left = total.years() * (1 - at) - above;
            sum.add(row(border), Math.clamp(left / count(border), 0, 1));
        }
        return sum;
    }

    private long count(int row) {
        long count = 0;
        for (int bin = row * GROUPED; bin < (row + 1) * GROUPED; bin++) {
            count += total.count(bin);
        }
        return count;
    }

    private Moments row(int index) {
        Moments row = rows[index];
        if (row == null) {
            row = new Moments(alone.size());
            rows[index] = row;
        }
        return row;
    }
}
