package io.casemate.core.money.loss;

/**
 * One point of a loss exceedance curve.
 *
 * @param probability that a year costs more than {@code loss}
 */
public record CurvePoint(double loss, Figure probability) {}
