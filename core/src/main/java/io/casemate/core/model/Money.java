package io.casemate.core.model;

/**
 * A range of loss.
 *
 * @param currency ISO 4217 code, empty where no range was stated
 * @param low smallest plausible loss, at least 0
 * @param high largest plausible loss, at least {@code low}
 */
public record Money(String currency, double low, double high) {
    public static final Money UNSTATED = new Money("", 0, 0);

    public Money {
        if (!(low >= 0) || !(high >= low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("need 0 <= low <= high, got %s to %s".formatted(low, high));
        }
    }

    public boolean stated() {
        return !currency.isEmpty();
    }
}
