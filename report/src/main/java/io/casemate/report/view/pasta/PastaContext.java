package io.casemate.report.view.pasta;

import io.casemate.core.model.Asset;
import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Money;
import io.casemate.core.model.Scope;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Topology;
import io.casemate.core.model.Zone;
import io.casemate.report.view.ViewInput;
import io.casemate.report.view.surface.AttackSurface;
import io.casemate.report.wording.Figures;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Stages 1 to 3 of PASTA: what the system is for, what belongs to it, how it is built. All of it is the model's own. */
final class PastaContext {
    private final ViewInput input;
    private final Topology topology;
    private final SystemModel model;
    private final Glossary glossary;

    PastaContext(ViewInput input) {
        this.input = input;
        topology = input.assessment().topology();
        model = topology.model();
        glossary = Glossary.of(input.knowledge(), topology);
    }

    PastaStage.Builder objectives() {
        Scope scope = model.scope();
        return new PastaStage.Builder()
                .has("Purpose", scope.description())
                .has("Owner", scope.owner())
                .has("Business objectives", scope.objectives())
                .has("Regulations", scope.regulations())
                .has(
                        "What is worth protecting",
                        model.assets().stream().map(PastaContext::asset).toList())
                .lacksIf(scope.description().isBlank(), "No purpose is stated; write scope.description.")
                .lacksIf(scope.owner().isBlank(), "Nobody owns the system; write scope.owner.")
                .lacksIf(scope.objectives().isEmpty(), "No business objective is stated; write scope.objectives.")
                .lacksIf(scope.regulations().isEmpty(), "No regulation is stated; write scope.regulations.")
                .lacksIf(model.assets().isEmpty(), "No asset is stated, so every impact is the threat's usual one.")
                .lacksFor(assets(a -> a.impact().isBlank()), "What the loss would mean is not stated (impact)")
                .lacksFor(assets(a -> !a.loss().stated()), "What the loss would cost is not stated (loss)");
    }

    PastaStage.Builder scope() {
        Scope scope = model.scope();
        List<String> kinds = Arrays.stream(ElementKind.values())
                .map(k -> line(k, elements(e -> e.kind() == k)))
                .filter(l -> !l.isEmpty())
                .toList();
        List<String> files = model.elements().stream()
                .flatMap(e -> e.artifacts().stream().map(a -> "%s at %s".formatted(a.path(), glossary.name(e.id()))))
                .toList();
        Set<ElementKind> weights = input.knowledge().kinds().groups().getOrDefault("weights", Set.of());
        return new PastaStage.Builder()
                .has("In scope", scope.included())
                .has("Out of scope", scope.excluded())
                .has("Elements by kind", kinds)
                .has("Files of models", files)
                .lacksIf(scope.included().isEmpty(), "What is in scope is not stated; write scope.included.")
                .lacksIf(scope.excluded().isEmpty(), "What is out of scope is not stated; write scope.excluded.")
                .lacksFor(
                        elements(
                                e -> weights.contains(e.kind()) && e.artifacts().isEmpty()),
                        "No file is named (artifacts), so no scan can speak of it")
                .lacksFor(
                        elements(e -> e.facts().isEmpty() && e.kind().shape() != ElementKind.Shape.ENTITY),
                        "Nothing is stated about it (facts)");
    }

    PastaStage.Builder decomposition() {
        List<Flow> crossing = model.flows().stream()
                .filter(f -> !topology.crossed(f).isEmpty())
                .toList();
        List<String> entries = AttackSurface.of(input).entries().stream()
                .map(e -> "%s, %s"
                        .formatted(
                                glossary.name(e.element().id()),
                                e.exposure().map(l -> "exposure " + l.id()).orElse("no file behind it")))
                .toList();
        return new PastaStage.Builder()
                .has("Trust zones", model.zones().stream().map(this::zone).toList())
                .has(
                        "Flows over a trust boundary",
                        crossing.stream().map(this::flow).toList())
                .has("Entry points", entries)
                .has("Actors", elements(e -> e.kind().shape() == ElementKind.Shape.ENTITY))
                .has("Stores", elements(e -> e.kind().shape() == ElementKind.Shape.STORE))
                .lacksIf(
                        model.zones().size() < 2,
                        "There are fewer than two trust zones, so nothing crosses a boundary.")
                .lacksFor(
                        elements(e -> topology.from(e.id()).isEmpty()
                                && topology.into(e.id()).isEmpty()),
                        "Has no flow, so no path leads to it")
                .lacksFor(
                        crossing.stream()
                                .filter(f -> f.carries().isEmpty())
                                .map(Flow::id)
                                .toList(),
                        "Crosses a boundary and carries no stated asset (carries)");
    }

    private static String asset(Asset asset) {
        String loss = asset.loss().stated() ? ", loss " + money(asset.loss()) : "";
        String impact = asset.impact().isBlank() ? "" : ". " + asset.impact();
        return "%s (%s, sensitivity %s%s)%s"
                .formatted(
                        asset.name(),
                        Words.plain(asset.kind().id()),
                        asset.sensitivity().id(),
                        loss,
                        impact);
    }

    private static String money(Money money) {
        return "%s %s to %s"
                .formatted(money.currency(), Figures.thousands(money.low()), Figures.thousands(money.high()));
    }

    private String zone(Zone zone) {
        long inside = model.elements().stream()
                .filter(e -> topology.zonesAround(e).contains(zone.id()))
                .count();
        return "%s, trust %d, %s".formatted(zone.name(), zone.trust(), Figures.count((int) inside, "element"));
    }

    private String flow(Flow flow) {
        List<String> carried = flow.carries().stream().map(glossary::name).toList();
        return glossary.target(flow.id()) + (carried.isEmpty() ? "" : ", carrying " + Words.list(carried));
    }

    private static String line(ElementKind kind, List<String> names) {
        return names.isEmpty() ? "" : "%s: %s".formatted(Words.title(kind.id()), String.join(", ", names));
    }

    private List<String> elements(Predicate<Element> which) {
        return model.elements().stream()
                .filter(which)
                .map(e -> glossary.name(e.id()))
                .toList();
    }

    private List<String> assets(Predicate<Asset> which) {
        return model.assets().stream().filter(which).map(Asset::name).toList();
    }
}
