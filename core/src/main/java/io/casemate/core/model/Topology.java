package io.casemate.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Look-ups that follow from a valid model: who is connected to whom, what lies in which zones, what an element handles. Built
 * once in time linear in the model; every look-up afterwards is constant.
 */
public record Topology(
        SystemModel model,
        Map<String, Element> elements,
        Map<String, Flow> flows,
        Map<String, Zone> zones,
        Map<String, Asset> assets,
        Map<String, List<Flow>> out,
        Map<String, List<Flow>> in,
        Map<String, List<Element>> fed,
        Map<String, List<Element>> feeding,
        Map<String, List<String>> zoneChains,
        Map<String, Set<Asset>> handled,
        Map<String, String> formerIds) {

    public static Topology of(SystemModel model) {
        Map<String, Element> elements = new LinkedHashMap<>();
        Map<String, Flow> flows = new LinkedHashMap<>();
        Map<String, Zone> zones = new LinkedHashMap<>();
        Map<String, Asset> assets = new LinkedHashMap<>();
        Map<String, List<Flow>> out = new LinkedHashMap<>();
        Map<String, List<Flow>> in = new LinkedHashMap<>();
        Map<String, List<Element>> fed = new LinkedHashMap<>();
        Map<String, List<Element>> feeding = new LinkedHashMap<>();
        model.elements().forEach(e -> elements.put(e.id(), e));
        model.zones().forEach(z -> zones.put(z.id(), z));
        model.assets().forEach(a -> assets.put(a.id(), a));
        for (Flow flow : model.flows()) {
            flows.put(flow.id(), flow);
            out.computeIfAbsent(flow.from(), id -> new ArrayList<>()).add(flow);
            in.computeIfAbsent(flow.to(), id -> new ArrayList<>()).add(flow);
            Element from = elements.get(flow.from());
            Element to = elements.get(flow.to());
            if (from != null && to != null) {
                fed.computeIfAbsent(flow.from(), id -> new ArrayList<>()).add(to);
                feeding.computeIfAbsent(flow.to(), id -> new ArrayList<>()).add(from);
            }
        }
        Map<String, List<String>> chains = new LinkedHashMap<>();
        model.zones().forEach(z -> chains.put(z.id(), chain(z, zones)));
        Map<String, Set<Asset>> handled = handled(model, assets);
        Map<String, String> former = new LinkedHashMap<>();
        parts(model).forEach(p -> p.formerly().forEach(old -> former.put(old, p.id())));
        return new Topology(model, elements, flows, zones, assets, out, in, fed, feeding, chains, handled, former);
    }

    /** Elements, then flows, in the order of the file. */
    public Collection<Part> parts() {
        return parts(model);
    }

    public List<Flow> from(String element) {
        return out.getOrDefault(element, List.of());
    }

    public List<Flow> into(String element) {
        return in.getOrDefault(element, List.of());
    }

    /** Where the flows of an element lead, one entry for each flow. */
    public List<Element> feeds(String element) {
        return fed.getOrDefault(element, List.of());
    }

    /** Where the flows into an element come from, one entry for each flow. */
    public List<Element> fedBy(String element) {
        return feeding.getOrDefault(element, List.of());
    }

    /** The zones around an element, the innermost first. */
    public List<String> zonesAround(Element element) {
        return zoneChains.getOrDefault(element.zone(), List.of());
    }

    /** Trust of the zone an element lies in; of a flow, the lesser trust of its two ends. */
    public int trust(Part part) {
        return switch (part) {
            case Element e -> {
                Zone zone = zones.get(e.zone());
                yield zone == null ? 0 : zone.trust();
            }
            case Flow f -> Math.min(trust(element(f.from())), trust(element(f.to())));
        };
    }

    public Element element(String id) {
        Element element = elements.get(id);
        if (element == null) {
            throw new IllegalArgumentException("no element '%s'".formatted(id));
        }
        return element;
    }

    /** The zones that hold exactly one end of the flow. */
    public List<String> crossed(Flow flow) {
        Set<String> from = new LinkedHashSet<>(zonesAround(element(flow.from())));
        Set<String> to = new LinkedHashSet<>(zonesAround(element(flow.to())));
        List<String> crossed = new ArrayList<>(from);
        crossed.removeAll(to);
        to.removeAll(from);
        crossed.addAll(to);
        return crossed;
    }

    /** What an element holds or its flows carry to and from it; what a flow carries. */
    public Set<Asset> handles(Part part) {
        return handled.getOrDefault(part.id(), Set.of());
    }

    /** The id a part has now, for an id it has or had. */
    public String currentId(String id) {
        return formerIds.getOrDefault(id, id);
    }

    private static Collection<Part> parts(SystemModel model) {
        List<Part> parts = new ArrayList<>(model.elements());
        parts.addAll(model.flows());
        return parts;
    }

    private static List<String> chain(Zone zone, Map<String, Zone> zones) {
        Set<String> chain = new LinkedHashSet<>();
        Zone at = zone;
        while (at != null && chain.add(at.id())) {
            at = zones.get(at.parent());
        }
        return List.copyOf(chain);
    }

    private static Map<String, Set<Asset>> handled(SystemModel model, Map<String, Asset> assets) {
        Map<String, Set<Asset>> handled = new LinkedHashMap<>();
        for (Part part : parts(model)) {
            List<String> owners = part instanceof Flow f ? List.of(f.id(), f.from(), f.to()) : List.of(part.id());
            for (String owner : owners) {
                Set<Asset> set = handled.computeIfAbsent(owner, id -> new LinkedHashSet<>());
                part.assets().stream().map(assets::get).filter(a -> a != null).forEach(set::add);
            }
        }
        return handled;
    }
}
