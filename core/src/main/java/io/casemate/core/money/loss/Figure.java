package io.casemate.core.money.loss;

/**
 * A figure of a simulation.
 *
 * @param error standard error that the number of simulated years leaves, at least 0
 */
public record Figure(double value, double error) {
    public static final Figure ZERO = new Figure(0, 0);
}
