package io.casemate.core.plan.program;

import java.util.List;

/**
 * Which choices to make: minimise {@code sum of terms + price x cost}, where {@code cost <= budget}.
 *
 * @param costs of each choice, at least 0
 * @param price what one unit of cost adds to the objective, at least 0
 * @param budget most that may be spent, at least 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read by the million
public record Program(long[] costs, List<Term> terms, double price, long budget) {
    public Program {
        terms = List.copyOf(terms);
        if (!(price >= 0) || budget < 0) {
            throw new IllegalArgumentException(
                    "need price >= 0 and budget >= 0, got %s and %d".formatted(price, budget));
        }
    }

    public long cost(boolean[] placed) {
        long sum = 0;
        for (int i = 0; i < placed.length; i++) {
            sum += placed[i] ? costs[i] : 0;
        }
        return sum;
    }

    public double value(boolean[] placed) {
        double sum = price * cost(placed);
        for (Term term : terms) {
            sum += term.at(placed);
        }
        return sum;
    }
}
