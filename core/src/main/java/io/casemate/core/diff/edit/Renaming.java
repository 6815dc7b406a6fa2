package io.casemate.core.diff.edit;

import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.diff.edit.Renames.Rename;
import io.casemate.core.model.Adversary;
import io.casemate.core.model.Asset;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Treatment;
import io.casemate.core.model.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts two models into the ids of the later one. */
final class Renaming {
    private final Renames renames;
    private final SystemModel before;
    private final SystemModel after;
    private final Map<Kind, Map<String, String>> ids = new EnumMap<>(Kind.class);
    private final Map<String, Set<String>> former = new HashMap<>();
    private final Set<String> current = new HashSet<>();

    Renaming(Renames renames, SystemModel before, SystemModel after) {
        this.renames = renames;
        this.before = before;
        this.after = after;
        for (Kind kind : renames.renamed().keySet()) {
            ids.put(kind, renames.ids(kind));
        }
        after.elements().forEach(e -> current.add(e.id()));
        after.flows().forEach(f -> current.add(f.id()));
        credit(Kind.ELEMENT, before.elements(), after.elements());
        credit(Kind.FLOW, before.flows(), after.flows());
    }

    /** What both sides of a rename were called, as far as nothing else is called so now. */
    private void credit(Kind kind, Collection<? extends Part> olds, Collection<? extends Part> news) {
        for (Rename rename : renames.of(kind)) {
            Set<String> names = new TreeSet<>(Set.of(rename.before()));
            find(olds, rename.before()).ifPresent(p -> names.addAll(p.formerly()));
            find(news, rename.after()).ifPresent(p -> names.addAll(p.formerly()));
            names.removeAll(current);
            former.put(rename.after(), names);
        }
    }

    private static Optional<? extends Part> find(Collection<? extends Part> parts, String id) {
        return parts.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    SystemModel after() {
        return new SystemModel(
                after.scope(),
                after.assets(),
                after.adversaries(),
                after.zones(),
                after.elements().stream()
                        .map(e -> withFormer(e, formerly(e.id(), e)))
                        .toList(),
                after.flows().stream()
                        .map(f -> withFormer(f, formerly(f.id(), f)))
                        .toList(),
                after.treatments().stream().map(this::inCurrentIds).toList(),
                after.reviews(),
                after.answers(),
                after.statements(),
                after.costs());
    }

    /** A treatment may name its target as it was formerly called. */
    private Treatment inCurrentIds(Treatment treatment) {
        int at = treatment.scenario().indexOf('@') + 1;
        String target = treatment.scenario().substring(at);
        String now = target;
        for (List<? extends Part> parts : List.of(after.elements(), after.flows())) {
            for (Part part : parts) {
                now = part.formerly().contains(target) ? part.id() : now;
            }
        }
        return aimedAt(treatment, now);
    }

    SystemModel before() {
        Map<String, String> defaults = new HashMap<>();
        Map<String, String> names = names(before);
        for (Flow flow : after.flows()) {
            if (flow.name().equals(defaultName(flow, names(after)))) {
                defaults.put(flow.id(), flow.name());
            }
        }
        return new SystemModel(
                before.scope(),
                before.assets().stream().map(this::asset).toList(),
                before.adversaries().stream().map(this::adversary).toList(),
                before.zones().stream().map(this::zone).toList(),
                before.elements().stream().map(this::element).toList(),
                before.flows().stream().map(f -> flow(f, names, defaults)).toList(),
                before.treatments().stream().map(this::treatment).toList(),
                before.reviews(),
                before.answers(),
                before.statements(),
                before.costs());
    }

    private String now(Kind kind, String id) {
        return ids.getOrDefault(kind, Map.of()).getOrDefault(id, id);
    }

    private List<String> now(Kind kind, List<String> all) {
        return all.stream().map(id -> now(kind, id)).toList();
    }

    private List<String> formerly(String id, Part part) {
        return former.containsKey(id) ? List.copyOf(former.getOrDefault(id, Set.of())) : part.formerly();
    }

    private Asset asset(Asset a) {
        String id = now(Kind.ASSET, a.id());
        return new Asset(id, name(Kind.ASSET, a.id(), a.name()), a.kind(), a.sensitivity(), a.impact(), a.loss());
    }

    private Adversary adversary(Adversary a) {
        List<String> access = new ArrayList<>();
        a.access().forEach(place -> access.add(now(Kind.ZONE, now(Kind.ELEMENT, place))));
        return new Adversary(
                now(Kind.ADVERSARY, a.id()),
                name(Kind.ADVERSARY, a.id(), a.name()),
                a.profile(),
                a.motivation(),
                a.capability(),
                a.likelihood(),
                access);
    }

    private Zone zone(Zone z) {
        return new Zone(
                now(Kind.ZONE, z.id()), name(Kind.ZONE, z.id(), z.name()), now(Kind.ZONE, z.parent()), z.trust());
    }

    private Element element(Element e) {
        String id = now(Kind.ELEMENT, e.id());
        return new Element(
                id,
                name(Kind.ELEMENT, e.id(), e.name()),
                e.description(),
                e.kind(),
                now(Kind.ZONE, e.zone()),
                now(Kind.ASSET, e.holds()),
                e.facts(),
                e.artifacts(),
                formerly(id, e));
    }

    private Flow flow(Flow f, Map<String, String> names, Map<String, String> defaults) {
        String id = now(Kind.FLOW, f.id());
        boolean byDefault = f.name().equals(defaultName(f, names)) && defaults.containsKey(id);
        return new Flow(
                id,
                byDefault ? defaults.getOrDefault(id, f.name()) : f.name(),
                now(Kind.ELEMENT, f.from()),
                now(Kind.ELEMENT, f.to()),
                now(Kind.ASSET, f.carries()),
                f.facts(),
                formerly(id, f));
    }

    /** The name, where it is not simply the id; then it is the id of now. */
    private String name(Kind kind, String id, String name) {
        return name.equals(id) ? now(kind, id) : name;
    }

    private static Map<String, String> names(SystemModel model) {
        Map<String, String> names = new HashMap<>();
        model.elements().forEach(e -> names.put(e.id(), e.name()));
        return names;
    }

    /** What the reader calls a flow that has no name of its own. */
    private static String defaultName(Flow flow, Map<String, String> names) {
        return "%s to %s".formatted(names.get(flow.from()), names.get(flow.to()));
    }

    private Treatment treatment(Treatment t) {
        String target = t.scenario().substring(t.scenario().indexOf('@') + 1);
        for (List<? extends Part> parts : List.of(before.elements(), before.flows())) {
            for (Part part : parts) {
                target = part.formerly().contains(target) ? part.id() : target;
            }
        }
        return aimedAt(t, now(Kind.FLOW, now(Kind.ELEMENT, target)));
    }

    private static Treatment aimedAt(Treatment t, String target) {
        String scenario = t.scenario().substring(0, t.scenario().indexOf('@') + 1) + target;
        return new Treatment(scenario, t.action(), t.mitigations(), t.owner(), t.due(), t.status(), t.reason());
    }

    private static Element withFormer(Element e, List<String> formerly) {
        return new Element(
                e.id(), e.name(), e.description(), e.kind(), e.zone(), e.holds(), e.facts(), e.artifacts(), formerly);
    }

    private static Flow withFormer(Flow f, List<String> formerly) {
        return new Flow(f.id(), f.name(), f.from(), f.to(), f.carries(), f.facts(), formerly);
    }
}
