package io.casemate.core.money.loss;

import java.util.List;

/**
 * What the states of a portfolio cost in a year.
 *
 * @param years simulated years
 * @param saved mean of what each state costs more than the next, in the same simulated years; one fewer than states
 */
public record Results(long years, List<Outcome> states, List<Figure> saved) {
    public Results {
        states = List.copyOf(states);
        saved = List.copyOf(saved);
    }
}
