package io.casemate.core.model;

/**
 * What a loss costs.
 *
 * @param currency ISO 4217 code, empty where nothing was stated
 * @param low smallest plausible loss, at least 0: one loss in twenty is smaller, or none where a mode is stated
 * @param high largest plausible loss, at least {@code low}: one loss in twenty is larger, or none where a mode is stated
 * @param mode most likely loss, {@code low} to {@code high}; NaN where none was stated
 * @param secondary what the reaction of others costs on top
 */
public record Money(String currency, double low, double high, double mode, Secondary secondary) {
    public static final Money UNSTATED = new Money("", 0, 0);

    public Money {
        check(low, high, mode);
    }

    /** A range without a mode and without a secondary loss. */
    public Money(String currency, double low, double high) {
        this(currency, low, high, Double.NaN, Secondary.NONE);
    }

    public boolean stated() {
        return !currency.isEmpty();
    }

    /**
     * What others do after a loss costs too: customers who leave, regulators who fine, people who sue.
     *
     * @param probability that they react to a loss, 0 to 1
     * @param low as in {@link Money}, in its currency; so are {@code high} and {@code mode}
     */
    public record Secondary(double probability, double low, double high, double mode) {
        public static final Secondary NONE = new Secondary(0, 0, 0, Double.NaN);

        public Secondary {
            check(low, high, mode);
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("need a probability of 0 to 1, got " + probability);
            }
        }
    }

    private static void check(double low, double high, double mode) {
        if (!(low >= 0) || !(high >= low) || Double.isInfinite(high) || mode < low || mode > high) {
            throw new IllegalArgumentException(
                    "need 0 <= low <= mode <= high, got %s, %s, %s".formatted(low, mode, high));
        }
    }
}
