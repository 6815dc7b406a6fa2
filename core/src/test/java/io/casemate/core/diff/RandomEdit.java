package io.casemate.core.diff;

import io.casemate.core.model.Adversary;
import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.Asset;
import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Level;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Treatment;
import io.casemate.core.model.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** One thing that a person does to a model, at random. */
record RandomEdit(String what, SystemModel after) {
    private static final int KINDS = 22;

    /** @param round which kind of edit, so that all kinds come up; the rest is chance */
    static RandomEdit of(SystemModel model, RandomGenerator random, int round) {
        var edited = new Edited(model);
        Element element = any(model.elements(), random);
        Flow flow = any(model.flows(), random);
        Zone zone = any(model.zones(), random);
        Asset asset = any(model.assets(), random);
        Adversary adversary = any(model.adversaries(), random);
        String id = element.id();
        return switch (round % KINDS) {
            case 0 -> edit("remove " + id, edited.without(id));
            case 1 -> edit("bypass " + id, edited.bypassed(id));
            case 2 -> edit("reroute past " + id, edited.rerouted(id));
            case 3 -> edit("rename " + id, edited.renamed(id, "other-" + random.nextInt(100), true));
            case 4 -> edit("rename silently " + id, edited.renamed(id, "other-" + random.nextInt(100), false));
            case 5 -> edit("call otherwise " + id, edited.called(id, "Another name"));
            case 6, 7 -> edit("flip a fact of " + id, flip(edited, element, random));
            case 8 -> edit("move " + id, moved(edited, element, random));
            case 9 -> edit("hold otherwise " + id, held(edited, element, asset));
            case 10 -> edit("take out flow " + flow.id(), edited.withoutFlow(flow.id()));
            case 11 -> edit("new flow", flow(edited, random));
            case 12 -> edit("flip a fact of flow " + flow.id(), flows(edited, flow, flipped(flow.facts(), random)));
            case 13 -> edit("new element behind " + id, behind(edited, element));
            case 14 -> edit("trust otherwise " + zone.id(), trusted(edited, zone));
            case 15 -> edit("value otherwise " + asset.id(), valued(edited, asset));
            case 16 -> edit("remove asset " + asset.id(), withoutAsset(edited, asset.id()));
            case 17 -> edit("remove adversary " + adversary.id(), withoutAdversary(edited, adversary));
            case 18 -> edit("rate otherwise " + adversary.id(), rated(edited, adversary));
            case 19 -> edit("new adversary", newAdversary(edited, zone));
            case 20 -> edit("turn round flow " + flow.id(), turned(edited, flow));
            default -> edit("drop a treatment", withoutTreatment(edited, random));
        };
    }

    private static RandomEdit edit(String what, Edited edited) {
        return new RandomEdit(what, edited.model());
    }

    static <T> T any(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    private static Edited flip(Edited edited, Element element, RandomGenerator random) {
        return edited.facts(element.id(), f -> flipped(element.facts(), random));
    }

    private static Map<String, Boolean> flipped(Map<String, Boolean> facts, RandomGenerator random) {
        Map<String, Boolean> flipped = new HashMap<>(facts);
        if (facts.isEmpty()) {
            flipped.put("logged", true);
        } else {
            flipped.computeIfPresent(any(List.copyOf(new TreeSet<>(facts.keySet())), random), (f, v) -> !v);
        }
        return flipped;
    }

    private static Edited moved(Edited edited, Element element, RandomGenerator random) {
        List<Zone> others = edited.model().zones().stream()
                .filter(z -> !z.id().equals(element.zone()))
                .toList();
        return edited.moved(element.id(), any(others, random).id());
    }

    private static Edited held(Edited edited, Element element, Asset asset) {
        Set<String> holds = new TreeSet<>(element.holds());
        if (!holds.add(asset.id())) {
            holds.remove(asset.id());
        }
        return edited.holding(element.id(), List.copyOf(holds));
    }

    private static Edited flow(Edited edited, RandomGenerator random) {
        String from = any(edited.model().elements(), random).id();
        String to = any(
                        edited.model().elements().stream()
                                .filter(e -> !e.id().equals(from))
                                .toList(),
                        random)
                .id();
        return edited.flow("f-brand-new", from, to);
    }

    private static Edited flows(Edited edited, Flow changed, Map<String, Boolean> facts) {
        return edited.flows(edited.model().flows().stream()
                .map(f -> f.id().equals(changed.id())
                        ? new Flow(f.id(), f.name(), f.from(), f.to(), f.carries(), facts, f.formerly())
                        : f)
                .toList());
    }

    private static Edited turned(Edited edited, Flow changed) {
        return edited.flows(edited.model().flows().stream()
                .map(f -> f.id().equals(changed.id())
                        ? new Flow(f.id(), f.name(), f.to(), f.from(), f.carries(), f.facts(), f.formerly())
                        : f)
                .toList());
    }

    private static Edited behind(Edited edited, Element element) {
        return edited.element(new Element(
                        "brand-new",
                        "Brand new",
                        "",
                        ElementKind.STORE,
                        element.zone(),
                        List.of(),
                        Map.of("logged", true),
                        List.of(),
                        List.of()))
                .flow("f-behind", element.id(), "brand-new");
    }

    /** Zones inside that state no trust of their own inherit it. */
    private static Edited trusted(Edited edited, Zone zone) {
        int trust = (zone.trust() + 1) % 4;
        List<Zone> zones = new ArrayList<>();
        for (Zone z : edited.model().zones()) {
            boolean inherits = z.parent().equals(zone.id()) && z.trust() == zone.trust();
            zones.add(z.id().equals(zone.id()) || inherits ? new Zone(z.id(), z.name(), z.parent(), trust) : z);
        }
        return edited.zones(zones);
    }

    private static Edited valued(Edited edited, Asset asset) {
        Level level = asset.sensitivity() == Level.HIGH ? Level.LOW : Level.HIGH;
        return edited.assets(edited.model().assets().stream()
                .map(a -> a.id().equals(asset.id())
                        ? new Asset(a.id(), a.name(), a.kind(), level, a.impact(), a.loss())
                        : a)
                .toList());
    }

    private static Edited withoutAsset(Edited edited, String asset) {
        List<Flow> flows = edited.model().flows().stream()
                .map(f ->
                        new Flow(f.id(), f.name(), f.from(), f.to(), less(f.carries(), asset), f.facts(), f.formerly()))
                .toList();
        return edited.elements(e -> new Element(
                        e.id(),
                        e.name(),
                        e.description(),
                        e.kind(),
                        e.zone(),
                        less(e.holds(), asset),
                        e.facts(),
                        e.artifacts(),
                        e.formerly()))
                .flows(flows)
                .assets(edited.model().assets().stream()
                        .filter(a -> !a.id().equals(asset))
                        .toList());
    }

    private static List<String> less(List<String> all, String one) {
        return all.stream().filter(s -> !s.equals(one)).toList();
    }

    private static Edited withoutAdversary(Edited edited, Adversary adversary) {
        return edited.adversaries(edited.model().adversaries().stream()
                .filter(a -> !a.equals(adversary))
                .toList());
    }

    private static Edited rated(Edited edited, Adversary adversary) {
        Level level = adversary.likelihood() == Level.HIGH ? Level.LOW : Level.HIGH;
        return edited.adversaries(edited.model().adversaries().stream()
                .map(a -> a.equals(adversary)
                        ? new Adversary(a.id(), a.name(), a.profile(), a.motivation(), level, level, a.access())
                        : a)
                .toList());
    }

    private static Edited newAdversary(Edited edited, Zone zone) {
        List<Adversary> all = new ArrayList<>(edited.model().adversaries());
        all.add(new Adversary(
                "newcomer", "Newcomer", AdversaryProfile.NATION_STATE, "", Level.HIGH, Level.HIGH, List.of(zone.id())));
        return edited.adversaries(all);
    }

    private static Edited withoutTreatment(Edited edited, RandomGenerator random) {
        List<Treatment> treatments = new ArrayList<>(edited.model().treatments());
        treatments.remove(random.nextInt(treatments.size()));
        return edited.treatments(treatments);
    }
}
