package io.casemate.report.playbook;

import io.casemate.core.knowledge.playbook.Playbook;
import io.casemate.core.knowledge.playbook.Playbook.Step;
import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Scope;
import io.casemate.core.model.Topology;
import io.casemate.core.risk.Answered;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.MitigationEffect;
import io.casemate.core.risk.Presumed;
import io.casemate.core.risk.Question;
import io.casemate.core.risk.Risk;
import io.casemate.core.threat.Mitigation;
import io.casemate.report.playbook.PlaybookRun.Item;
import io.casemate.report.view.ViewInput;
import io.casemate.report.view.surface.AttackSurface;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the steps of a playbook are to be done for in one system. */
final class StepItems {
    private final Playbook playbook;
    private final String system;
    private final ViewInput input;
    private final Topology topology;
    private final Glossary glossary;
    private final Proofs proofs;

    StepItems(Playbook playbook, String system, ViewInput input) {
        this.playbook = playbook;
        this.system = system;
        this.input = input;
        topology = input.assessment().topology();
        glossary = Glossary.of(input.knowledge(), topology);
        proofs = new Proofs(playbook, input);
    }

    List<Item> of(Step step) {
        return switch (step.each()) {
            case SYSTEM -> List.of(item(step, scope().name(), scope().name(), Map.of(), proofs.ofSystem(step), ""));
            case ELEMENT -> elements(step);
            case ENTRY_POINT -> entries(step);
            case ARTIFACT -> artifacts(step);
            case SCENARIO -> scenarios(step, input.assessment().shown());
            case INCIDENT ->
                scenarios(
                        step,
                        input.assessment().risks().stream()
                                .filter(r -> r.incident().happened())
                                .toList());
            case QUESTION -> questions(step);
            case PRESUMPTION -> presumptions(step);
            case CLAIM -> claims(step);
            case EXCLUSION ->
                scope().excluded().stream().map(e -> plain(step, e, e)).toList();
            case ADVERSARY ->
                topology.model().adversaries().stream()
                        .map(a -> plain(step, a.id(), a.name()))
                        .toList();
            case ASSET ->
                topology.model().assets().stream()
                        .map(a -> plain(step, a.id(), a.name()))
                        .toList();
        };
    }

    private Scope scope() {
        return topology.model().scope();
    }

    private List<Item> elements(Step step) {
        return topology.model().elements().stream()
                .filter(e -> fits(step, e.id()))
                .map(e -> item(step, e.id(), glossary.name(e.id()), Map.of(), proofs.ofElement(step, e.id()), ""))
                .toList();
    }

    private List<Item> entries(Step step) {
        return AttackSurface.of(input).ids().stream()
                .filter(id -> fits(step, id))
                .map(id -> plain(step, id, glossary.name(id)))
                .toList();
    }

    private List<Item> artifacts(Step step) {
        List<Item> items = new ArrayList<>();
        for (Element element : topology.model().elements()) {
            if (fits(step, element.id())) {
                element.artifacts()
                        .forEach(a -> items.add(item(
                                step,
                                a.path(),
                                "%s at %s".formatted(a.path(), glossary.name(element.id())),
                                Map.of("path", a.path(), "target", element.id()),
                                proofs.ofArtifact(step, element, a),
                                "no scan of these bytes counts now")));
            }
        }
        return items;
    }

    private List<Item> scenarios(Step step, List<Risk> risks) {
        Band from = Band.valueOf(step.least().name());
        return risks.stream()
                .filter(r -> fits(step, r.part().id()))
                .filter(r -> r.incident().happened() || r.current().band().compareTo(from) >= 0)
                .map(r -> item(
                        step,
                        r.id(),
                        glossary.scenario(r.threat().id(), r.part().id()),
                        Map.of("threat", r.threat().id(), "target", r.part().id()),
                        proofs.ofScenario(step, r),
                        r.incident().happened()
                                ? r.incident().evidence()
                                : "band " + r.current().band().id()))
                .toList();
    }

    private List<Item> questions(Step step) {
        List<String> groups =
                playbook.role(step.forRole()).map(Playbook.Role::asks).orElse(List.of());
        return input.assessment().questions().stream()
                .filter(q -> fits(step, q.part()) && (step.forRole().isEmpty() || groups.contains(group(q))))
                .map(q -> item(
                        step,
                        q.id(),
                        q.text(),
                        Map.of("fact", q.fact(), "target", q.part()),
                        proofs.ofReview(step),
                        "moves "
                                + String.join(
                                        ", ", q.scenarios().stream().limit(2).toList())))
                .toList();
    }

    private String group(Question question) {
        var fact = input.knowledge().facts().get(question.fact());
        return fact == null ? "" : fact.group();
    }

    private List<Item> presumptions(Step step) {
        Map<String, Item> items = new LinkedHashMap<>();
        for (Risk risk : input.assessment().shown()) {
            for (Presumed p : risk.presumed()) {
                String id = p.fact() + "@" + p.part();
                if (fits(step, p.part())) {
                    String name = "%s: %s is presumed to be %s"
                            .formatted(glossary.target(p.part()), Words.plain(p.fact()), p.value() ? "yes" : "no");
                    items.computeIfAbsent(
                            id,
                            k -> item(
                                    step,
                                    k,
                                    name,
                                    Map.of("fact", p.fact(), "target", p.part()),
                                    proofs.ofReview(step),
                                    p.because()));
                }
            }
        }
        return List.copyOf(items.values());
    }

    /** Controls that end a threat by words, and those that lower a shown scenario by words. */
    private List<Item> claims(Step step) {
        Map<String, Item> items = new LinkedHashMap<>();
        for (Answered answered : input.assessment().answered()) {
            if (!answered.verified()) {
                answered.controls().forEach(c -> claim(step, c, "ends " + answered.id(), items));
            }
        }
        for (Risk risk : input.assessment().shown()) {
            for (MitigationEffect effect : risk.mitigations()) {
                if (effect.state() == MitigationEffect.State.CLAIMED) {
                    Optional.ofNullable(input.knowledge().mitigations().get(effect.mitigation()))
                            .map(Mitigation::fact)
                            .filter(f -> risk.part().facts().containsKey(f))
                            .ifPresent(f -> claim(step, f + "@" + risk.part().id(), "lowers " + risk.id(), items));
                }
            }
        }
        return List.copyOf(items.values());
    }

    private void claim(Step step, String control, String because, Map<String, Item> items) {
        int at = control.indexOf('@');
        if (at < 1 || !fits(step, control.substring(at + 1))) {
            return;
        }
        String fact = control.substring(0, at);
        String target = control.substring(at + 1);
        items.computeIfAbsent(
                control,
                id -> item(
                        step,
                        id,
                        "%s: %s".formatted(glossary.target(target), Words.plain(fact)),
                        Map.of("fact", fact, "target", target),
                        proofs.ofReview(step),
                        because));
    }

    private boolean fits(Step step, String part) {
        Set<ElementKind> kinds = step.kinds();
        Element element = topology.elements().get(part);
        return kinds.isEmpty() || (element != null && kinds.contains(element.kind()));
    }

    private Item plain(Step step, String id, String name) {
        return item(step, id, name, Map.of(), proofs.ofReview(step), "");
    }

    /** @param proof what shows that it is done; empty where nothing does */
    private Item item(
            Step step, String id, String name, Map<String, String> more, Optional<String> proof, String otherwise) {
        Map<String, String> values = new LinkedHashMap<>(more);
        values.put("system", system);
        values.put("name", scope().name());
        values.put("owner", scope().owner().isBlank() ? "the owner" : scope().owner());
        values.put("id", id);
        values.put("item", name);
        return new Item(
                id,
                name,
                filled(step.task(), values),
                filled(step.command(), values),
                proof.isPresent(),
                proof.orElse(otherwise));
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
