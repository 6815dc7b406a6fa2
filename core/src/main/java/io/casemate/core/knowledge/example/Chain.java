package io.casemate.core.knowledge.example;

import io.casemate.core.model.Asset;
import io.casemate.core.model.AssetKind;
import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Level;
import io.casemate.core.model.Money;
import io.casemate.core.model.Named;
import io.casemate.core.model.Scope;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Zone;
import io.casemate.core.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds one system from a chain. Each element lies in the zone {@code z0} to {@code z3} of its trust; an item that only names
 * the id of an earlier one leads back to it.
 */
final class Chain {
    /** A built system and what the threat is aimed at. */
    record Built(SystemModel model, String target) {}

    private static final Scope SCOPE = new Scope("Example", "", "", List.of(), List.of(), List.of(), List.of());

    private final Set<String> knownFacts;
    private final boolean onFlow;
    private final Map<String, Asset> assets = new LinkedHashMap<>();
    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private String target = "";

    /** @param onFlow whether the last flow, not the last element, is the target where none is named */
    Chain(Set<String> knownFacts, boolean onFlow) {
        this.knownFacts = knownFacts;
        this.onFlow = onFlow;
    }

    Built read(YamlCursor chain) {
        String before = "";
        Optional<YamlCursor> flow = Optional.empty();
        for (YamlCursor item : chain.items()) {
            if (item.at("flow").truth().orElse(false)) {
                flow = Optional.of(item);
                continue;
            }
            String id = element(item);
            if (!before.isEmpty()) {
                join(before, id, flow);
            }
            flow = Optional.empty();
            before = id;
        }
        if (before.isEmpty()) {
            chain.report("has no element", "write at least the target");
        }
        flow.ifPresent(f -> f.report("leads nowhere", "write an element behind it"));
        if (target.isEmpty()) {
            target = onFlow && !flows.isEmpty() ? flows.getLast().id() : before;
        }
        return new Built(model(), target);
    }

    private String element(YamlCursor item) {
        String id = item.at("id").text("e%d".formatted(elements.size() + 1));
        if (item.at("target").truth().orElse(false)) {
            target = id;
        }
        if (elements.containsKey(id)) {
            item.noOtherKeys();
            return id;
        }
        ElementKind kind = item.at("kind")
                .required("name a kind")
                .oneOf(ElementKind.values(), Named::id)
                .orElse(ElementKind.PROCESS);
        boolean outside = kind == ElementKind.USER || kind == ElementKind.EXTERNAL_ENTITY;
        int trust = item.at("trust").whole(0, 3).orElse(outside ? 0 : 2);
        var element =
                new Element(id, id, "", kind, "z" + trust, assets(item.at("holds")), facts(item), List.of(), List.of());
        elements.put(id, element);
        item.noOtherKeys();
        return id;
    }

    private void join(String from, String to, Optional<YamlCursor> flow) {
        String id = "f%d".formatted(flows.size() + 1);
        List<String> carries = flow.map(f -> assets(f.at("carries"))).orElse(List.of());
        Map<String, Boolean> facts = flow.map(this::facts).orElse(Map.of());
        if (flow.map(f -> f.at("target").truth().orElse(false)).orElse(false)) {
            target = id;
        }
        flow.ifPresent(YamlCursor::noOtherKeys);
        flows.add(new Flow(id, id, from, to, carries, facts, List.of()));
    }

    private Map<String, Boolean> facts(YamlCursor item) {
        Map<String, Boolean> facts = new LinkedHashMap<>();
        for (boolean value : new boolean[] {true, false}) {
            for (YamlCursor fact : item.at(value ? "yes" : "no").items()) {
                String id = fact.required("name a fact").text("");
                if (!knownFacts.contains(id)) {
                    fact.unknown("fact", knownFacts);
                } else if (facts.put(id, value) != null) {
                    fact.report("is stated twice", "state it once");
                }
            }
        }
        return facts;
    }

    /** Ids of the assets named here: a list of kinds, sensitive to the highest degree, or a mapping of kinds to levels. */
    private List<String> assets(YamlCursor at) {
        List<String> ids = new ArrayList<>();
        if (at.form() == YamlCursor.Form.MAPPING) {
            at.entries().forEach((kind, level) -> {
                Optional<AssetKind> known = Named.find(AssetKind.class, kind);
                if (known.isEmpty()) {
                    level.report("belongs to no kind of asset", "name one of the seven kinds");
                }
                known.ifPresent(k ->
                        ids.add(asset(k, level.oneOf(Level.values(), Named::id).orElse(Level.HIGH))));
            });
        } else {
            for (YamlCursor item : at.items()) {
                item.oneOf(AssetKind.values(), Named::id).ifPresent(kind -> ids.add(asset(kind, Level.HIGH)));
            }
        }
        return ids;
    }

    private String asset(AssetKind kind, Level sensitivity) {
        String id = "a-%s-%s".formatted(kind.id(), sensitivity.id());
        assets.putIfAbsent(id, new Asset(id, id, kind, sensitivity, "", Money.UNSTATED));
        return id;
    }

    private SystemModel model() {
        List<Zone> zones = new ArrayList<>();
        for (int trust = 0; trust <= 3; trust++) {
            zones.add(new Zone("z" + trust, "z" + trust, "", trust));
        }
        return new SystemModel(
                SCOPE,
                List.copyOf(assets.values()),
                List.of(),
                zones,
                List.copyOf(elements.values()),
                flows,
                List.of(),
                List.of());
    }
}
