package io.casemate.core.money.loss;

import java.util.List;

/**
 * One scenario's part of what all cost together; what several share is divided. The parts add up to the whole.
 *
 * @param mean part of the mean
 * @param tails part of the tail value at risk, at each of {@link Losses#TAILS}: the scenario's mean in the worst years
 */
public record Contribution(Figure mean, List<Figure> tails) {
    public Contribution {
        tails = List.copyOf(tails);
    }

    /** The part of the tail at this probability, which must be one of {@link Losses#TAILS}. */
    public Figure tail(double at) {
        return tails.get(Losses.TAILS.indexOf(at));
    }
}
