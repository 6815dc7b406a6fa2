package io.casemate.core.diff.edit;

import io.casemate.core.diff.edit.Key.Field;
import io.casemate.core.diff.edit.Key.Kind;
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
import io.casemate.core.model.Statement;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Treatment;
import io.casemate.core.model.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A model out of values by key; the way back from {@link Facets}. */
final class Rebuilding {
    /** One part's values: of fields that have one, and of fields that have several. */
    private record Shelf(Map<Field, Object> single, Map<Field, Map<String, Object>> several) {
        Shelf() {
            this(new EnumMap<>(Field.class), new EnumMap<>(Field.class));
        }

        boolean exists() {
            return single.containsKey(Field.EXISTS);
        }

        <T> T get(Field field, Class<T> type, T otherwise) {
            Object value = single.get(field);
            return value == null ? otherwise : type.cast(value);
        }

        String text(Field field) {
            return get(field, String.class, "");
        }

        List<String> items(Field field) {
            return List.copyOf(several.getOrDefault(field, Map.of()).keySet());
        }

        Map<String, Boolean> facts() {
            Map<String, Boolean> facts = new LinkedHashMap<>();
            several.getOrDefault(Field.FACT, Map.of()).forEach((fact, value) -> facts.put(fact, (Boolean) value));
            return facts;
        }

        List<Artifact> artifacts() {
            List<Artifact> artifacts = new ArrayList<>();
            several.getOrDefault(Field.ARTIFACT, Map.of())
                    .forEach((path, sha256) -> artifacts.add(new Artifact(path, sha256.toString())));
            return artifacts;
        }
    }

    private final Map<Kind, Map<String, Shelf>> shelves = new EnumMap<>(Kind.class);

    private Rebuilding() {}

    /** @param sources where the zones and assets are found that are named but not there */
    static SystemModel of(Map<Key, Object> values, List<Facets> sources) {
        var rebuilding = new Rebuilding();
        values.forEach(rebuilding::put);
        rebuilding.complete(sources);
        return rebuilding.model();
    }

    private void put(Key key, Object value) {
        Shelf shelf = shelves.computeIfAbsent(key.kind(), k -> new LinkedHashMap<>())
                .computeIfAbsent(key.id(), id -> new Shelf());
        switch (key.field()) {
            case HOLDS, CARRIES, FACT, ARTIFACT, FORMERLY, ACCESS, INCLUDED, EXCLUDED, OBJECTIVES, REGULATIONS ->
                shelf.several()
                        .computeIfAbsent(key.field(), f -> new LinkedHashMap<>())
                        .put(key.item(), value);
            default -> shelf.single().put(key.field(), value);
        }
    }

    private void complete(List<Facets> sources) {
        Set<String> zones = new LinkedHashSet<>();
        Set<String> assets = new LinkedHashSet<>();
        for (Shelf element : parts(Kind.ELEMENT)) {
            zones.add(element.text(Field.ZONE));
            assets.addAll(element.items(Field.HOLDS));
        }
        parts(Kind.FLOW).forEach(f -> assets.addAll(f.items(Field.CARRIES)));
        parts(Kind.ADVERSARY).forEach(a -> zones.addAll(a.items(Field.ACCESS)));
        parts(Kind.ZONE).forEach(z -> zones.add(z.text(Field.PARENT)));
        assets.forEach(id -> bringBack(Kind.ASSET, id, sources));
        zones.forEach(id -> bringBack(Kind.ZONE, id, sources));
    }

    private void bringBack(Kind kind, String id, List<Facets> sources) {
        for (Facets source : sources) {
            if (!has(kind, id) && source.has(kind, id)) {
                source.values().forEach((key, value) -> {
                    if (key.kind() == kind && key.id().equals(id)) {
                        put(key, value);
                    }
                });
                String around = source.text(kind, id, Field.PARENT);
                if (!around.isEmpty()) {
                    bringBack(Kind.ZONE, around, sources);
                }
            }
        }
    }

    private boolean has(Kind kind, String id) {
        Shelf shelf = shelves.getOrDefault(kind, Map.of()).get(id);
        return shelf != null && shelf.exists();
    }

    private Collection<Shelf> parts(Kind kind) {
        return shelves.getOrDefault(kind, Map.of()).values().stream()
                .filter(Shelf::exists)
                .toList();
    }

    private Map<String, Shelf> named(Kind kind) {
        Map<String, Shelf> named = new LinkedHashMap<>(shelves.getOrDefault(kind, Map.of()));
        named.values().removeIf(shelf -> !shelf.exists());
        return named;
    }

    private SystemModel model() {
        List<Zone> zones = new ArrayList<>();
        named(Kind.ZONE)
                .forEach((id, s) -> zones.add(
                        new Zone(id, s.text(Field.NAME), s.text(Field.PARENT), s.get(Field.TRUST, Integer.class, 0))));
        List<Flow> flows = new ArrayList<>();
        named(Kind.FLOW).forEach((id, s) -> {
            if (has(Kind.ELEMENT, s.text(Field.FROM)) && has(Kind.ELEMENT, s.text(Field.TO))) {
                flows.add(flow(id, s));
            }
        });
        return new SystemModel(
                scope(),
                each(Kind.ASSET, Rebuilding::asset),
                each(Kind.ADVERSARY, Rebuilding::adversary),
                zones,
                each(Kind.ELEMENT, Rebuilding::element),
                flows,
                wholes(Kind.TREATMENT, Treatment.class),
                wholes(Kind.REVIEW, Review.class),
                answers(),
                wholes(Kind.STATEMENT, Statement.class),
                costs());
    }

    private interface Maker<T> {
        T make(String id, Shelf shelf);
    }

    private <T> List<T> each(Kind kind, Maker<T> maker) {
        List<T> made = new ArrayList<>();
        named(kind).forEach((id, shelf) -> made.add(maker.make(id, shelf)));
        return made;
    }

    private <T> List<T> wholes(Kind kind, Class<T> type) {
        return shelves.getOrDefault(kind, Map.of()).values().stream()
                .map(shelf -> shelf.single().get(Field.WHOLE))
                .map(type::cast)
                .toList();
    }

    private Scope scope() {
        Shelf s = shelves.getOrDefault(Kind.SCOPE, Map.of()).getOrDefault("", new Shelf());
        return new Scope(
                s.text(Field.NAME),
                s.text(Field.DESCRIPTION),
                s.text(Field.OWNER),
                s.items(Field.INCLUDED),
                s.items(Field.EXCLUDED),
                s.items(Field.OBJECTIVES),
                s.items(Field.REGULATIONS));
    }

    private Map<String, Map<String, Boolean>> answers() {
        Map<String, Map<String, Boolean>> answers = new TreeMap<>();
        shelves.getOrDefault(Kind.ANSWER, Map.of()).forEach((id, shelf) -> answers.put(id, shelf.facts()));
        return answers;
    }

    private Map<String, Double> costs() {
        Map<String, Double> costs = new TreeMap<>();
        shelves.getOrDefault(Kind.COST, Map.of())
                .forEach((id, s) -> costs.put(id, s.get(Field.WHOLE, Double.class, 0.0)));
        return costs;
    }

    private static Asset asset(String id, Shelf s) {
        return new Asset(
                id,
                s.text(Field.NAME),
                s.get(Field.KIND, AssetKind.class, AssetKind.MODEL_IP),
                s.get(Field.SENSITIVITY, Level.class, Level.LOW),
                s.text(Field.IMPACT),
                s.get(Field.LOSS, Money.class, Money.UNSTATED));
    }

    private static Adversary adversary(String id, Shelf s) {
        return new Adversary(
                id,
                s.text(Field.NAME),
                s.get(Field.PROFILE, AdversaryProfile.class, AdversaryProfile.EXTERNAL_HACKER),
                s.text(Field.MOTIVATION),
                s.get(Field.CAPABILITY, Level.class, Level.LOW),
                s.get(Field.LIKELIHOOD, Level.class, Level.LOW),
                s.items(Field.ACCESS));
    }

    private static Element element(String id, Shelf s) {
        return new Element(
                id,
                s.text(Field.NAME),
                s.text(Field.DESCRIPTION),
                s.get(Field.KIND, ElementKind.class, ElementKind.PROCESS),
                s.text(Field.ZONE),
                s.items(Field.HOLDS),
                s.facts(),
                s.artifacts(),
                s.items(Field.FORMERLY));
    }

    private static Flow flow(String id, Shelf s) {
        return new Flow(
                id,
                s.text(Field.NAME),
                s.text(Field.FROM),
                s.text(Field.TO),
                s.items(Field.CARRIES),
                s.facts(),
                s.items(Field.FORMERLY));
    }
}
