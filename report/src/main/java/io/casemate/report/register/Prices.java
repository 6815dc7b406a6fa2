package io.casemate.report.register;

import java.util.List;

/**
 * What risks cost in a year, as a table shows it.
 *
 * @param currency ISO 4217 code; empty where nobody stated a loss
 * @param total all scenarios together, in each state
 * @param scenarios those that have a price, the most expensive first
 * @param unpriced ids of scenarios whose loss nobody stated
 */
public record Prices(String currency, States total, List<Scenario> scenarios, List<String> unpriced) {
    /** Nobody stated a loss. */
    public static final Prices NONE =
            new Prices("", new States(Price.ZERO, Price.ZERO, Price.ZERO), List.of(), List.of());

    /**
     * The cost of one year.
     *
     * @param error standard error of the mean
     * @param oneInTwenty value at risk: what one year of twenty costs more than
     * @param worstTwentieth tail value at risk: mean of the worst twentieth of the years
     */
    public record Price(double mean, double error, double oneInTwenty, double worstTwentieth) {
        public static final Price ZERO = new Price(0, 0, 0, 0);
    }

    /** Without controls, as it is, and with the treatments in place. */
    public record States(Price inherent, Price current, Price target) {}

    /** One scenario as if there were no other. */
    public record Scenario(String id, States states) {}

    public Prices {
        scenarios = List.copyOf(scenarios);
        unpriced = List.copyOf(unpriced);
    }

    public boolean known() {
        return !currency.isEmpty();
    }

    /** What one scenario costs as it is; nothing where it has no price. */
    public Price of(String scenario) {
        return scenarios.stream()
                .filter(s -> s.id().equals(scenario))
                .findFirst()
                .map(s -> s.states().current())
                .orElse(Price.ZERO);
    }

    /** Whether the scenario has a price at all: a price of nothing is not the same as none. */
    public boolean has(String scenario) {
        return scenarios.stream().anyMatch(s -> s.id().equals(scenario));
    }
}
