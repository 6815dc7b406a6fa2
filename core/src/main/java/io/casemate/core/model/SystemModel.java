package io.casemate.core.model;

import java.util.List;
import java.util.Map;

/**
 * An ML system as its people describe it. Ids are unique across all lists.
 *
 * @param answers to questionnaires, by questionnaire and question
 * @param statements on requirements of published lists
 * @param costs what mitigations cost at one place in a year, by id, where the model says
 */
public record SystemModel(
        Scope scope,
        List<Asset> assets,
        List<Adversary> adversaries,
        List<Zone> zones,
        List<Element> elements,
        List<Flow> flows,
        List<Treatment> treatments,
        List<Review> reviews,
        Map<String, Map<String, Boolean>> answers,
        List<Statement> statements,
        Map<String, Double> costs) {
    public SystemModel {
        assets = List.copyOf(assets);
        adversaries = List.copyOf(adversaries);
        zones = List.copyOf(zones);
        elements = List.copyOf(elements);
        flows = List.copyOf(flows);
        treatments = List.copyOf(treatments);
        reviews = List.copyOf(reviews);
        answers = Map.copyOf(answers);
        statements = List.copyOf(statements);
        costs = Map.copyOf(costs);
    }

    /** A model that answers no questionnaire and states nothing on requirements or costs. */
    public SystemModel(
            Scope scope,
            List<Asset> assets,
            List<Adversary> adversaries,
            List<Zone> zones,
            List<Element> elements,
            List<Flow> flows,
            List<Treatment> treatments,
            List<Review> reviews) {
        this(scope, assets, adversaries, zones, elements, flows, treatments, reviews, Map.of(), List.of(), Map.of());
    }
}
