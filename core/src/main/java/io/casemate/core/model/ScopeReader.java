package io.casemate.core.model;

import io.casemate.core.model.ModelIds.Item;
import io.casemate.core.yaml.YamlCursor;

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
                at.at("regulations").texts(),
                LossReader.exchange(at.at("money")));
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
                LossReader.money(at.at("loss")));
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
}
