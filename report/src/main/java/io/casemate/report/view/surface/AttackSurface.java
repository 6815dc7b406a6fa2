package io.casemate.report.view.surface;

import io.casemate.core.json.JsonObject;
import io.casemate.core.model.Adversary;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Topology;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Risk;
import io.casemate.report.document.Document;
import io.casemate.report.view.View;
import io.casemate.report.view.ViewInput;
import io.casemate.report.view.surface.EntryPoint.Door;
import io.casemate.report.wording.Glossary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where somebody of lower trust gets at a system, and which files stand behind each place.
 *
 * @param entries the worst first
 * @param apart files that no entry point leads to
 */
public record AttackSurface(
        Assessment assessment, Glossary glossary, List<EntryPoint> entries, List<SurfaceArtifact> apart)
        implements View {
    private static final String INTERNET = "internet-facing";

    public AttackSurface {
        entries = List.copyOf(entries);
        apart = List.copyOf(apart);
    }

    public static AttackSurface of(ViewInput input) {
        Topology topology = input.assessment().topology();
        Map<String, List<SurfaceArtifact>> artifacts = Artifacts.of(input);
        List<EntryPoint> entries = new ArrayList<>();
        for (Element element : topology.model().elements()) {
            entry(element, input.assessment(), artifacts).ifPresent(entries::add);
        }
        entries.sort(Comparator.comparingInt((EntryPoint e) -> -e.worst())
                .thenComparingInt(e -> -e.exposure().map(l -> l.rank()).orElse(0)));
        Set<SurfaceArtifact> reached = new HashSet<>();
        entries.forEach(e -> reached.addAll(e.artifacts()));
        List<SurfaceArtifact> apart = artifacts.values().stream()
                .flatMap(List::stream)
                .filter(a -> !reached.contains(a))
                .toList();
        return new AttackSurface(input.assessment(), Glossary.of(input.knowledge(), topology), entries, apart);
    }

    private static Optional<EntryPoint> entry(
            Element element, Assessment assessment, Map<String, List<SurfaceArtifact>> artifacts) {
        Topology topology = assessment.topology();
        int trust = topology.trust(element);
        List<Door> doors = topology.into(element.id()).stream()
                .map(f -> new Door(f, topology.element(f.from()), topology.trust(topology.element(f.from()))))
                .filter(d -> d.trust() < trust)
                .toList();
        boolean internet = Boolean.TRUE.equals(element.facts().get(INTERNET));
        if (doors.isEmpty() && !(internet && trust > 0)) {
            return Optional.empty();
        }
        return Optional.of(new EntryPoint(
                element,
                trust,
                doors,
                internet,
                adversaries(element, doors, topology),
                behind(element, doors, topology, artifacts),
                risks(element, doors, assessment)));
    }

    private static List<String> adversaries(Element element, List<Door> doors, Topology topology) {
        List<String> standing = new ArrayList<>();
        for (Adversary adversary : topology.model().adversaries()) {
            boolean here = stands(adversary, element, topology)
                    || doors.stream()
                            .anyMatch(d -> adversary.access().contains(d.flow().id())
                                    || stands(adversary, d.from(), topology));
            if (here) {
                standing.add(adversary.id());
            }
        }
        return standing;
    }

    private static boolean stands(Adversary adversary, Element element, Topology topology) {
        return adversary.access().contains(element.id())
                || topology.zonesAround(element).stream().anyMatch(adversary.access()::contains);
    }

    /**
     * The files that come in by a door, those here, and those of every element that flows lead to from here, the nearest first;
     * not through elements of trust 0.
     */
    private static List<SurfaceArtifact> behind(
            Element element, List<Door> doors, Topology topology, Map<String, List<SurfaceArtifact>> artifacts) {
        Set<SurfaceArtifact> found = new LinkedHashSet<>();
        doors.forEach(d -> found.addAll(artifacts.getOrDefault(d.from().id(), List.of())));
        Set<String> seen = new LinkedHashSet<>(List.of(element.id()));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String id = open.removeFirst();
            found.addAll(artifacts.getOrDefault(id, List.of()));
            for (Flow flow : topology.from(id)) {
                if (topology.trust(topology.element(flow.to())) > 0 && seen.add(flow.to())) {
                    open.addLast(flow.to());
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<Risk> risks(Element element, List<Door> doors, Assessment assessment) {
        Set<String> ways = new HashSet<>();
        doors.forEach(d -> ways.add(d.flow().id()));
        return assessment.shown().stream()
                .filter(r -> r.path().getFirst().equals(element.id())
                        || ways.contains(r.part().id())
                        || r.path().stream().anyMatch(ways::contains))
                .toList();
    }

    /** Ids of the elements that somebody of lower trust reaches, the worst first. */
    public List<String> ids() {
        return entries.stream().map(e -> e.element().id()).toList();
    }

    @Override
    public Document document() {
        return SurfacePage.of(this);
    }

    @Override
    public JsonObject json() {
        return SurfaceJson.of(this);
    }
}
