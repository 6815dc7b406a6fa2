package io.casemate.core;

import io.casemate.core.model.Adversary;
import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.Artifact;
import io.casemate.core.model.Asset;
import io.casemate.core.model.AssetKind;
import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Level;
import io.casemate.core.model.Money;
import io.casemate.core.model.Review;
import io.casemate.core.model.Scope;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Treatment;
import io.casemate.core.model.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds small systems in tests: zones z0 to z3 by trust, elements and flows in the order given. */
public final class TestSystem {
    private final List<Asset> assets = new ArrayList<>();
    private final List<Adversary> adversaries = new ArrayList<>();
    private final List<Element> elements = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final List<Treatment> treatments = new ArrayList<>();
    private final List<Review> reviews = new ArrayList<>();

    public TestSystem asset(String id, AssetKind kind, Level sensitivity) {
        assets.add(new Asset(id, id, kind, sensitivity, "", Money.UNSTATED));
        return this;
    }

    public TestSystem adversary(AdversaryProfile profile, Level capability, Level likelihood, String... access) {
        adversaries.add(
                new Adversary(profile.id(), profile.id(), profile, "", capability, likelihood, List.of(access)));
        return this;
    }

    /** Facts are written {@code "rate-limited"} for yes and {@code "!rate-limited"} for no. */
    public TestSystem element(String id, ElementKind kind, int trust, List<String> holds, String... facts) {
        elements.add(new Element(id, id, "", kind, "z" + trust, holds, facts(facts), List.of(), List.of()));
        return this;
    }

    public TestSystem element(String id, ElementKind kind, int trust, String... facts) {
        return element(id, kind, trust, List.of(), facts);
    }

    public TestSystem artifact(String id, String path) {
        elements.replaceAll(e -> e.id().equals(id)
                ? new Element(
                        e.id(),
                        e.name(),
                        "",
                        e.kind(),
                        e.zone(),
                        e.holds(),
                        e.facts(),
                        List.of(new Artifact(path, "")),
                        List.of())
                : e);
        return this;
    }

    public TestSystem formerly(String id, String old) {
        elements.replaceAll(e -> e.id().equals(id)
                ? new Element(
                        e.id(), e.name(), "", e.kind(), e.zone(), e.holds(), e.facts(), e.artifacts(), List.of(old))
                : e);
        return this;
    }

    public TestSystem flow(String from, String to, String... facts) {
        String id = from + "-to-" + to + (flows.stream().anyMatch(f -> f.id().equals(from + "-to-" + to)) ? "-2" : "");
        flows.add(new Flow(id, id, from, to, List.of(), facts(facts), List.of()));
        return this;
    }

    public TestSystem treatment(Treatment treatment) {
        treatments.add(treatment);
        return this;
    }

    public TestSystem review(String date) {
        reviews.add(new Review(date, "somebody", "quarterly", ""));
        return this;
    }

    public SystemModel build() {
        List<Zone> zones = List.of(
                new Zone("z0", "z0", "", 0),
                new Zone("z1", "z1", "", 1),
                new Zone("z2", "z2", "", 2),
                new Zone("z3", "z3", "", 3));
        var scope = new Scope("test", "", "", List.of(), List.of(), List.of(), List.of());
        return new SystemModel(scope, assets, adversaries, zones, elements, flows, treatments, reviews);
    }

    private static Map<String, Boolean> facts(String... facts) {
        Map<String, Boolean> stated = new HashMap<>();
        for (String fact : facts) {
            boolean no = fact.startsWith("!");
            stated.put(no ? fact.substring(1) : fact, !no);
        }
        return stated;
    }
}
