package io.casemate.core.model;

import io.casemate.core.yaml.YamlCursor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads what losses cost, and in which currency they are added up. */
final class LossReader {
    private LossReader() {}

    static Money money(YamlCursor at) {
        if (!at.present()) {
            return Money.UNSTATED;
        }
        String currency = currency(at.at("currency").required("write an ISO 4217 code such as EUR"));
        Amounts amounts = Amounts.read(at);
        Money.Secondary secondary = secondary(at.at("secondary"));
        at.noOtherKeys();
        return amounts.sound()
                ? new Money(currency, amounts.low(), amounts.high(), amounts.mode(), secondary)
                : Money.UNSTATED;
    }

    static Exchange exchange(YamlCursor at) {
        if (!at.present()) {
            return Exchange.UNSTATED;
        }
        String currency =
                currency(at.at("currency").required("write the one in which losses are added up, such as EUR"));
        Map<String, Double> rates = new LinkedHashMap<>();
        at.at("rates").entries().forEach((other, rate) -> {
            if (!isCode(other)) {
                rate.report(
                        "'%s' is no currency code".formatted(other),
                        "write the three capitals of ISO 4217, such as USD");
            }
            OptionalDouble worth =
                    rate.required("write what one %s is worth".formatted(other)).number();
            if (worth.isPresent() && !(worth.getAsDouble() > 0)) {
                rate.invalid("is no rate", "write what one %s is worth, more than 0".formatted(other));
            } else {
                worth.ifPresent(w -> rates.put(other, w));
            }
        });
        at.noOtherKeys();
        return new Exchange(currency, rates);
    }

    private static Money.Secondary secondary(YamlCursor at) {
        if (!at.present()) {
            return Money.Secondary.NONE;
        }
        YamlCursor chance = at.at("probability").required("write how often others react to a loss, 0 to 1");
        OptionalDouble probability = chance.number();
        boolean sound = probability.isPresent();
        if (sound && !(probability.getAsDouble() >= 0 && probability.getAsDouble() <= 1)) {
            chance.invalid("is no probability", "write 0 to 1, such as 0.2");
            sound = false;
        }
        Amounts amounts = Amounts.read(at);
        at.noOtherKeys();
        return sound && amounts.sound()
                ? new Money.Secondary(probability.getAsDouble(), amounts.low(), amounts.high(), amounts.mode())
                : Money.Secondary.NONE;
    }

    private static String currency(YamlCursor at) {
        String currency = at.text("");
        if (!currency.isEmpty() && !isCode(currency)) {
            at.invalid("is no currency code", "write the three capitals of ISO 4217, such as EUR");
        }
        return currency;
    }

    private static boolean isCode(String text) {
        return text.matches("[A-Z]{3}");
    }

    /** A range with or without a mode; sound where nothing was wrong with it. */
    private record Amounts(double low, double high, double mode, boolean sound) {
        static Amounts read(YamlCursor at) {
            OptionalDouble low = amount(at.at("low").required("write the smallest plausible loss"));
            OptionalDouble high = amount(at.at("high").required("write the largest plausible loss"));
            OptionalDouble mode = amount(at.at("mode"));
            boolean sound = low.isPresent()
                    && high.isPresent()
                    && (mode.isPresent() || !at.at("mode").present());
            if (sound && low.getAsDouble() > high.getAsDouble()) {
                at.at("low")
                        .invalid(
                                "is more than high, '%s'"
                                        .formatted(at.at("high").text("")),
                                "swap the two");
                sound = false;
            } else if (sound
                    && mode.isPresent()
                    && (mode.getAsDouble() < low.getAsDouble() || mode.getAsDouble() > high.getAsDouble())) {
                at.at("mode")
                        .invalid(
                                "does not lie from low, '%s', to high, '%s'"
                                        .formatted(
                                                at.at("low").text(""),
                                                at.at("high").text("")),
                                "write the most likely loss, or leave it out");
                sound = false;
            }
            return new Amounts(low.orElse(0), high.orElse(0), mode.orElse(Double.NaN), sound);
        }

        private static OptionalDouble amount(YamlCursor at) {
            OptionalDouble amount = at.number();
            if (amount.isPresent() && amount.getAsDouble() < 0) {
                at.invalid("is less than nothing", "write 0 or more");
                return OptionalDouble.empty();
            }
            return amount;
        }
    }
}
