package io.casemate.cli.init;

import io.casemate.core.model.Asset;
import io.casemate.core.model.AssetKind;
import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flows that a place usually has: a first guess, for its people to correct. */
final class Wiring {
    private final Ids ids;
    private final List<Asset> assets;
    private final Element users;
    private final Element model;
    private final List<Element> sources = new ArrayList<>();
    private final List<Element> registries = new ArrayList<>();

    Wiring(Ids ids, List<Asset> assets, Element users, Element model) {
        this.ids = ids;
        this.assets = assets;
        this.users = users;
        this.model = model;
    }

    /** Elements and flows that belong together. */
    record Parts(List<Element> elements, List<Flow> flows) {}

    List<Flow> connect(Vector vector, List<Element> places) {
        List<Flow> flows = new ArrayList<>();
        for (Element place : places) {
            switch (vector) {
                case ENDPOINT -> {
                    flows.add(flow(users, place, AssetKind.INFERENCE_DATA, AssetKind.USER_DATA));
                    flows.add(flow(place, users, AssetKind.PREDICTIONS));
                    flows.add(flow(place, model, AssetKind.INFERENCE_DATA, AssetKind.USER_DATA));
                    flows.add(flow(model, place, AssetKind.PREDICTIONS));
                }
                case DATA_SOURCE -> sources.add(place);
                case REGISTRY -> {
                    registries.add(place);
                    flows.add(flow(place, model, AssetKind.MODEL_IP));
                }
                case PROMPT -> flows.add(flow(place, model, AssetKind.SYSTEM_PROMPTS));
                case KNOWLEDGE -> flows.add(flow(place, model, AssetKind.INFERENCE_DATA));
                case TOOL -> {
                    flows.add(flow(model, place));
                    flows.add(flow(place, model));
                }
            }
        }
        return flows;
    }

    /** A data set and its training, where there are data sources. */
    Optional<Parts> training(String zone) {
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        Element data = element("Training data", ElementKind.DATA_SET, zone, carried(AssetKind.TRAINING_DATA));
        Element training = element("Training", ElementKind.TRAINING_JOB, zone, List.of());
        List<Flow> flows = new ArrayList<>();
        sources.forEach(source -> flows.add(flow(source, data, AssetKind.TRAINING_DATA)));
        flows.add(flow(data, training, AssetKind.TRAINING_DATA));
        List<Element> receivers = registries.isEmpty() ? List.of(model) : registries;
        receivers.forEach(receiver -> flows.add(flow(training, receiver, AssetKind.MODEL_IP)));
        return Optional.of(new Parts(List.of(data, training), flows));
    }

    private Element element(String name, ElementKind kind, String zone, List<String> holds) {
        String id = ids.of(name, kind.id());
        return new Element(id, name, "", kind, zone, holds, Map.of(), List.of(), List.of());
    }

    private Flow flow(Element from, Element to, AssetKind... carries) {
        String id = ids.of("%s-to-%s".formatted(from.id(), to.id()), "flow");
        return new Flow(id, id, from.id(), to.id(), carried(carries), Map.of(), List.of());
    }

    private List<String> carried(AssetKind... kinds) {
        return assets.stream()
                .filter(a -> List.of(kinds).contains(a.kind()))
                .map(Asset::id)
                .toList();
    }
}
