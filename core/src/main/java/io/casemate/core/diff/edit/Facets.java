package io.casemate.core.diff.edit;

import io.casemate.core.diff.edit.Key.Field;
import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.model.Adversary;
import io.casemate.core.model.Artifact;
import io.casemate.core.model.Asset;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.model.Scope;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A model as values by key, in the order of the file. Two models differ in the keys whose values differ, and any choice
 * between the two values of each key is a model again.
 */
public record Facets(Map<Key, Object> values) {

    public static Facets of(SystemModel model) {
        var facets = new Facets(new LinkedHashMap<>());
        facets.scope(model.scope());
        model.zones().forEach(facets::zone);
        model.assets().forEach(facets::asset);
        model.adversaries().forEach(facets::adversary);
        model.elements().forEach(facets::element);
        model.flows().forEach(facets::flow);
        model.treatments().forEach(t -> facets.put(Kind.TREATMENT, t.scenario(), Field.WHOLE, "", t));
        model.reviews()
                .forEach(r -> facets.put(Kind.REVIEW, "%s by %s".formatted(r.date(), r.by()), Field.WHOLE, "", r));
        model.answers().forEach((id, answers) -> {
            answers.forEach((question, answer) -> facets.put(Kind.ANSWER, id, Field.FACT, question, answer));
        });
        model.statements().forEach(s -> facets.put(Kind.STATEMENT, s.requirement(), Field.WHOLE, "", s));
        model.costs().forEach((id, cost) -> facets.put(Kind.COST, id, Field.WHOLE, "", cost));
        return facets;
    }

    /** Keys whose values differ, or that only one of the two has. */
    public Set<Key> differing(Facets other) {
        Set<Key> differing = new TreeSet<>();
        values.forEach((key, value) -> {
            if (!value.equals(other.values.get(key))) {
                differing.add(key);
            }
        });
        other.values.keySet().stream().filter(k -> !values.containsKey(k)).forEach(differing::add);
        return differing;
    }

    /**
     * The model that has the other's value for some keys and the value here for the rest. A zone or asset that something
     * in it names is in it; a flow that lacks an end is not.
     *
     * @param others which keys have the other's value, among those that differ
     */
    public SystemModel mixed(Facets other, Predicate<Key> others) {
        Map<Key, Object> mixed = new LinkedHashMap<>();
        other.values.forEach((key, theirs) -> {
            Object chosen = others.test(key) ? theirs : values.get(key);
            if (chosen != null) {
                mixed.put(key, chosen);
            }
        });
        values.forEach((key, mine) -> {
            if (!other.values.containsKey(key) && !others.test(key)) {
                mixed.put(key, mine);
            }
        });
        return Rebuilding.of(mixed, List.of(this, other));
    }

    boolean has(Kind kind, String id) {
        return values.containsKey(Key.of(kind, id, Field.EXISTS));
    }

    String text(Kind kind, String id, Field field) {
        return Objects.toString(values.get(Key.of(kind, id, field)), "");
    }

    /** All ids of one kind. */
    List<String> ids(Kind kind) {
        List<String> ids = new ArrayList<>();
        for (Key key : values.keySet()) {
            if (key.kind() == kind && key.field() == Field.EXISTS) {
                ids.add(key.id());
            }
        }
        return ids;
    }

    private void scope(Scope scope) {
        put(Kind.SCOPE, "", Field.NAME, "", scope.name());
        put(Kind.SCOPE, "", Field.DESCRIPTION, "", scope.description());
        put(Kind.SCOPE, "", Field.OWNER, "", scope.owner());
        all(Kind.SCOPE, "", Field.INCLUDED, scope.included());
        all(Kind.SCOPE, "", Field.EXCLUDED, scope.excluded());
        all(Kind.SCOPE, "", Field.OBJECTIVES, scope.objectives());
        all(Kind.SCOPE, "", Field.REGULATIONS, scope.regulations());
    }

    private void zone(Zone zone) {
        named(Kind.ZONE, zone.id(), zone.name());
        put(Kind.ZONE, zone.id(), Field.PARENT, "", zone.parent());
        put(Kind.ZONE, zone.id(), Field.TRUST, "", zone.trust());
    }

    private void asset(Asset asset) {
        named(Kind.ASSET, asset.id(), asset.name());
        put(Kind.ASSET, asset.id(), Field.KIND, "", asset.kind());
        put(Kind.ASSET, asset.id(), Field.SENSITIVITY, "", asset.sensitivity());
        put(Kind.ASSET, asset.id(), Field.IMPACT, "", asset.impact());
        put(Kind.ASSET, asset.id(), Field.LOSS, "", asset.loss());
    }

    private void adversary(Adversary adversary) {
        String id = adversary.id();
        named(Kind.ADVERSARY, id, adversary.name());
        put(Kind.ADVERSARY, id, Field.PROFILE, "", adversary.profile());
        put(Kind.ADVERSARY, id, Field.MOTIVATION, "", adversary.motivation());
        put(Kind.ADVERSARY, id, Field.CAPABILITY, "", adversary.capability());
        put(Kind.ADVERSARY, id, Field.LIKELIHOOD, "", adversary.likelihood());
        all(Kind.ADVERSARY, id, Field.ACCESS, adversary.access());
    }

    private void element(Element element) {
        named(Kind.ELEMENT, element.id(), element.name());
        put(Kind.ELEMENT, element.id(), Field.DESCRIPTION, "", element.description());
        put(Kind.ELEMENT, element.id(), Field.KIND, "", element.kind());
        put(Kind.ELEMENT, element.id(), Field.ZONE, "", element.zone());
        all(Kind.ELEMENT, element.id(), Field.HOLDS, element.holds());
        for (Artifact artifact : element.artifacts()) {
            put(Kind.ELEMENT, element.id(), Field.ARTIFACT, artifact.path(), artifact.sha256());
        }
        part(Kind.ELEMENT, element);
    }

    private void flow(Flow flow) {
        named(Kind.FLOW, flow.id(), flow.name());
        put(Kind.FLOW, flow.id(), Field.FROM, "", flow.from());
        put(Kind.FLOW, flow.id(), Field.TO, "", flow.to());
        all(Kind.FLOW, flow.id(), Field.CARRIES, flow.carries());
        part(Kind.FLOW, flow);
    }

    private void part(Kind kind, Part part) {
        part.facts().forEach((fact, value) -> put(kind, part.id(), Field.FACT, fact, value));
        all(kind, part.id(), Field.FORMERLY, part.formerly());
    }

    private void named(Kind kind, String id, String name) {
        put(kind, id, Field.EXISTS, "", true);
        put(kind, id, Field.NAME, "", name);
    }

    private void all(Kind kind, String id, Field field, Collection<String> items) {
        items.forEach(item -> put(kind, id, field, item, true));
    }

    private void put(Kind kind, String id, Field field, String item, Object value) {
        values.put(new Key(kind, id, field, item), value);
    }
}
