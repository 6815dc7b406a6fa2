package io.casemate.core.diff;

import io.casemate.core.model.Adversary;
import io.casemate.core.model.Asset;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Treatment;
import io.casemate.core.model.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A model as a person would edit it: a valid one after each step. */
record Edited(SystemModel model) {

    /** Takes an element out, with its flows and all that names it. */
    Edited without(String element) {
        List<String> gone = new ArrayList<>(List.of(element));
        List<Flow> flows = new ArrayList<>();
        for (Flow flow : model.flows()) {
            if (flow.from().equals(element) || flow.to().equals(element)) {
                gone.add(flow.id());
            } else {
                flows.add(flow);
            }
        }
        List<Adversary> adversaries = model.adversaries().stream()
                .map(a -> adversary(
                        a, a.access().stream().filter(id -> !gone.contains(id)).toList()))
                .toList();
        List<Treatment> treatments = model.treatments().stream()
                .filter(t -> !gone.contains(t.scenario().substring(t.scenario().indexOf('@') + 1)))
                .toList();
        return with(
                model.assets(),
                adversaries,
                model.zones(),
                model.elements().stream().filter(e -> !e.id().equals(element)).toList(),
                flows,
                treatments);
    }

    /** Takes an element out and joins who sent to it with who received from it. */
    Edited bypassed(String element) {
        Edited edited = without(element);
        List<Flow> flows = new ArrayList<>(edited.model.flows());
        for (Flow in : model.flows()) {
            for (Flow out : model.flows()) {
                if (in.to().equals(element)
                        && out.from().equals(element)
                        && !in.from().equals(out.to())) {
                    flows.add(new Flow(
                            "past-%s-%s".formatted(in.id(), out.id()),
                            in.name(),
                            in.from(),
                            out.to(),
                            in.carries(),
                            in.facts(),
                            List.of()));
                }
            }
        }
        return edited.flows(flows);
    }

    /** Takes an element out and lets what led to it lead on to the first who received from it. */
    Edited rerouted(String element) {
        String next = model.flows().stream()
                .filter(f -> f.from().equals(element))
                .map(Flow::to)
                .findFirst()
                .orElse("");
        List<Flow> flows = model.flows().stream()
                .map(f -> f.to().equals(element) && !next.isEmpty() && !f.from().equals(next)
                        ? new Flow(f.id(), f.name(), f.from(), next, f.carries(), f.facts(), f.formerly())
                        : f)
                .toList();
        return flows(flows).without(element);
    }

    Edited flow(String id, String from, String to) {
        List<Flow> flows = new ArrayList<>(model.flows());
        flows.add(new Flow(id, id, from, to, List.of(), Map.of(), List.of()));
        return flows(flows);
    }

    Edited withoutFlow(String id) {
        return flows(model.flows().stream().filter(f -> !f.id().equals(id)).toList());
    }

    Edited facts(String element, UnaryOperator<Map<String, Boolean>> change) {
        return elements(e -> e.id().equals(element)
                ? new Element(
                        e.id(),
                        e.name(),
                        e.description(),
                        e.kind(),
                        e.zone(),
                        e.holds(),
                        change.apply(new HashMap<>(e.facts())),
                        e.artifacts(),
                        e.formerly())
                : e);
    }

    Edited moved(String element, String zone) {
        return elements(e -> e.id().equals(element)
                ? new Element(
                        e.id(),
                        e.name(),
                        e.description(),
                        e.kind(),
                        zone,
                        e.holds(),
                        e.facts(),
                        e.artifacts(),
                        e.formerly())
                : e);
    }

    Edited called(String element, String name) {
        return elements(e -> e.id().equals(element)
                ? new Element(
                        e.id(),
                        name,
                        e.description(),
                        e.kind(),
                        e.zone(),
                        e.holds(),
                        e.facts(),
                        e.artifacts(),
                        e.formerly())
                : e);
    }

    Edited holding(String element, List<String> assets) {
        return elements(e -> e.id().equals(element)
                ? new Element(
                        e.id(),
                        e.name(),
                        e.description(),
                        e.kind(),
                        e.zone(),
                        assets,
                        e.facts(),
                        e.artifacts(),
                        e.formerly())
                : e);
    }

    Edited element(Element element) {
        List<Element> elements = new ArrayList<>(model.elements());
        elements.add(element);
        return with(model.assets(), model.adversaries(), model.zones(), elements, model.flows(), model.treatments());
    }

    /** Gives an element another id everywhere; flows named after it are named anew. */
    Edited renamed(String old, String now, boolean written) {
        UnaryOperator<String> id = i -> i.equals(old) ? now : i;
        Map<String, String> flowIds = new HashMap<>();
        List<Flow> flows = new ArrayList<>();
        for (Flow f : model.flows()) {
            boolean auto = f.id().startsWith("%s-to-%s".formatted(f.from(), f.to()));
            String flowId = auto
                    ? f.id().replace(
                                    "%s-to-%s".formatted(f.from(), f.to()),
                                    "%s-to-%s".formatted(id.apply(f.from()), id.apply(f.to())))
                    : f.id();
            flowIds.put(f.id(), flowId);
            flows.add(new Flow(
                    flowId, f.name(), id.apply(f.from()), id.apply(f.to()), f.carries(), f.facts(), f.formerly()));
        }
        List<Element> elements = model.elements().stream()
                .map(e -> e.id().equals(old)
                        ? new Element(
                                now,
                                e.name(),
                                e.description(),
                                e.kind(),
                                e.zone(),
                                e.holds(),
                                e.facts(),
                                e.artifacts(),
                                written ? List.of(old) : List.of())
                        : e)
                .toList();
        List<Treatment> treatments = model.treatments().stream()
                .map(t -> {
                    int at = t.scenario().indexOf('@') + 1;
                    String target = t.scenario().substring(at);
                    String scenario = t.scenario().substring(0, at)
                            + flowIds.getOrDefault(target, written ? target : id.apply(target));
                    return new Treatment(
                            scenario, t.action(), t.mitigations(), t.owner(), t.due(), t.status(), t.reason());
                })
                .toList();
        List<Adversary> adversaries = model.adversaries().stream()
                .map(a -> adversary(a, a.access().stream().map(id).toList()))
                .toList();
        return with(model.assets(), adversaries, model.zones(), elements, flows, treatments);
    }

    Edited adversaries(List<Adversary> adversaries) {
        return with(model.assets(), adversaries, model.zones(), model.elements(), model.flows(), model.treatments());
    }

    Edited assets(List<Asset> assets) {
        return with(assets, model.adversaries(), model.zones(), model.elements(), model.flows(), model.treatments());
    }

    Edited zones(List<Zone> zones) {
        return with(model.assets(), model.adversaries(), zones, model.elements(), model.flows(), model.treatments());
    }

    Edited treatments(List<Treatment> treatments) {
        return with(model.assets(), model.adversaries(), model.zones(), model.elements(), model.flows(), treatments);
    }

    Edited elements(UnaryOperator<Element> change) {
        return with(
                model.assets(),
                model.adversaries(),
                model.zones(),
                model.elements().stream().map(change).toList(),
                model.flows(),
                model.treatments());
    }

    Edited flows(List<Flow> flows) {
        return with(model.assets(), model.adversaries(), model.zones(), model.elements(), flows, model.treatments());
    }

    private static Adversary adversary(Adversary a, List<String> access) {
        return new Adversary(a.id(), a.name(), a.profile(), a.motivation(), a.capability(), a.likelihood(), access);
    }

    private Edited with(
            List<Asset> assets,
            List<Adversary> adversaries,
            List<Zone> zones,
            List<Element> elements,
            List<Flow> flows,
            List<Treatment> treatments) {
        return new Edited(new SystemModel(
                model.scope(),
                assets,
                adversaries,
                zones,
                elements,
                flows,
                treatments,
                model.reviews(),
                model.answers(),
                model.statements(),
                model.costs()));
    }
}
