package io.casemate.core.model;

import io.casemate.core.model.ModelIds.Item;
import io.casemate.core.yaml.YamlCursor;
import java.util.OptionalDouble;

/** Reads what is looked at, what of it is of value, and who is after it: scope, assets, adversaries. */
final class ScopeReader {
    private ScopeReader() {}

    static Scope scope(YamlCursor at) {
        at.required("say what system this is: scope: {name: ...}");
        Scope scope = new Scope(
                at.present() ? at.at("name").required("name the system").text("") : "",
                at.at("description").text(""),
                at.at("owner").text(""),
                at.at("included").texts(),
                at.at("excluded").texts(),
                at.at("objectives").texts(),
                at.at("regulations").texts());
        at.noOtherKeys();
        return scope;
    }

    static Asset asset(Item item) {
        YamlCursor at = item.at();
        Asset asset = new Asset(
                item.id(),
                at.at("name").text(item.id()),
                at.at("kind")
                        .required("say which of the seven kinds it is, such as model-ip")
                        .oneOf(AssetKind.values(), Named::id)
                        .orElse(AssetKind.MODEL_IP),
                level(at.at("sensitivity")),
                at.at("impact").text(""),
                money(at.at("loss")));
        at.noOtherKeys();
        return asset;
    }

    static Adversary adversary(Item item, ModelIds ids) {
        YamlCursor at = item.at();
        Adversary adversary = new Adversary(
                item.id(),
                at.at("name").text(item.id()),
                at.at("profile")
                        .required("say which of the six profiles it is, such as external-hacker")
                        .oneOf(AdversaryProfile.values(), Named::id)
                        .orElse(AdversaryProfile.EXTERNAL_HACKER),
                at.at("motivation").text(""),
                level(at.at("capability")),
                level(at.at("likelihood")),
                ids.places(at.at("access")));
        at.noOtherKeys();
        return adversary;
    }

    private static Level level(YamlCursor at) {
        return at.required("write low, medium or high")
                .oneOf(Level.values(), Named::id)
                .orElse(Level.LOW);
    }

    private static Money money(YamlCursor at) {
        if (!at.present()) {
            return Money.UNSTATED;
        }
        String currency =
                at.at("currency").required("write an ISO 4217 code such as EUR").text("");
        if (!currency.isEmpty() && !currency.matches("[A-Z]{3}")) {
            at.at("currency").invalid("is no currency code", "write the three capitals of ISO 4217, such as EUR");
        }
        OptionalDouble low = amount(at.at("low").required("write the smallest plausible loss"));
        OptionalDouble high = amount(at.at("high").required("write the largest plausible loss"));
        at.noOtherKeys();
        if (low.isEmpty() || high.isEmpty()) {
            return Money.UNSTATED;
        }
        if (low.getAsDouble() > high.getAsDouble()) {
            at.at("low")
                    .invalid("is more than high, '%s'".formatted(at.at("high").text("")), "swap the two");
            return Money.UNSTATED;
        }
        return new Money(currency, low.getAsDouble(), high.getAsDouble());
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
