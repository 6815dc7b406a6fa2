package io.casemate.core.money.loss;

/**
 * What the worst years cost.
 *
 * @param valueAtRisk the loss of the mildest of them
 * @param mean their mean loss: tail value at risk, or expected shortfall; of the worst share 1 - {@code valueAtRisk.at}
 */
public record Tail(Quantile valueAtRisk, Figure mean) {
    public double at() {
        return valueAtRisk.at();
    }
}
