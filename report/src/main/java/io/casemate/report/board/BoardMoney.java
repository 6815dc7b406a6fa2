package io.casemate.report.board;

import java.util.List;
import java.util.Map;

/**
 * What a system's risks cost in a year.
 *
 * @param currency ISO 4217 code; empty where nobody stated a loss, and then all else is empty
 * @param mean of a year, as the system is
 * @param oneInTwenty what one year of twenty costs more than
 * @param meanTarget mean of a year with everything decided in place
 * @param chart the loss exceedance curve, a whole {@code <svg>} element; empty where there is none
 * @param scenarios mean of a year by id of the scenario
 * @param unpriced how many scenarios have no stated loss, and so cost nothing here
 */
public record BoardMoney(
        String currency,
        double mean,
        double oneInTwenty,
        double meanTarget,
        String chart,
        Map<String, Double> scenarios,
        List<String> unpriced) {
    /** Nobody stated a loss. */
    public static final BoardMoney NONE = new BoardMoney("", 0, 0, 0, "", Map.of(), List.of());

    public BoardMoney {
        scenarios = Map.copyOf(scenarios);
        unpriced = List.copyOf(unpriced);
    }

    public boolean known() {
        return !currency.isEmpty();
    }

    /** An amount as a board reads it: {@code EUR 1.9 million}, {@code EUR 420 000}. */
    public String words(double amount) {
        return Plain.money(currency, amount);
    }
}
