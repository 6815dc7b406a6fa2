package io.casemate.core.model;

import java.util.List;

/** An ML system as its people describe it. Ids are unique across all lists. */
public record SystemModel(
        Scope scope,
        List<Asset> assets,
        List<Adversary> adversaries,
        List<Zone> zones,
        List<Element> elements,
        List<Flow> flows,
        List<Treatment> treatments,
        List<Review> reviews) {
    public SystemModel {
        assets = List.copyOf(assets);
        adversaries = List.copyOf(adversaries);
        zones = List.copyOf(zones);
        elements = List.copyOf(elements);
        flows = List.copyOf(flows);
        treatments = List.copyOf(treatments);
        reviews = List.copyOf(reviews);
    }
}
