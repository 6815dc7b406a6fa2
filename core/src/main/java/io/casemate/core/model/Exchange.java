package io.casemate.core.model;

import java.util.Map;

/**
 * The currency in which losses are added up.
 *
 * @param currency ISO 4217 code, empty where none was stated
 * @param rates what one unit of each other currency is worth in it, above 0
 */
public record Exchange(String currency, Map<String, Double> rates) {
    public static final Exchange UNSTATED = new Exchange("", Map.of());

    public Exchange {
        rates = Map.copyOf(rates);
    }
}
