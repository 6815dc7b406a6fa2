package io.casemate.core.money.loss;

/**
 * The amount that a year's loss does not exceed with a given probability: the value at risk.
 *
 * @param at that probability, above 0 and below 1
 * @param low lower end of the 95 % interval that the number of simulated years leaves, by order statistics
 * @param high upper end of it
 */
public record Quantile(double at, double value, double low, double high) {}
