package io.casemate.core.money.simulation;

import io.casemate.core.money.loss.Results;
import io.casemate.core.money.scenario.Portfolio;
import java.util.List;

/**
 * Many simulated years of one or several states of a portfolio, with common random numbers. Same portfolios, years and seed, same
 * bits, on any number of threads. Takes about 30 nanoseconds a peril and year plus 100 an event; memory does not grow with the
 * years.
 *
 * @param states such as without controls, now, and with the treatments in place; at least one, of the same ids in the same order
 * @param years simulated years, at least 1
 * @param threads at least 1
 */
public record Simulation(List<Portfolio> states, long years, long seed, int threads) {
    public Simulation {
        states = List.copyOf(states);
        if (states.isEmpty() || years < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "need a state, a year and a thread, got %d, %d and %d".formatted(states.size(), years, threads));
        }
    }

    public Results run() {
        var models = states.stream().map(s -> new Model(s, seed)).toList();
        var total = new Sums(models);
        new Blocks(models, years, threads).run(total);
        return total.results();
    }
}
