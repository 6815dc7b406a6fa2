package io.casemate.report.diagram;

import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind.Shape;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Topology;
import io.casemate.core.model.Zone;
import io.casemate.report.diagram.Sheets.Sheet;
import io.casemate.report.wording.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes scenes of a system too large to be drawn at once: an overview of its sheets, and each sheet with what lies outside shrunk to
 * stubs. Every scene is bounded, so that the time for all of them grows linearly with the system.
 */
final class ZoneScenes {
    private static final int STUBS_MAX = 8;
    private static final int OVERVIEW_LINKS_MAX = 90;
    private static final String ELSEWHERE = "elsewhere";

    private final Topology topology;
    private final List<Sheet> sheets;
    private final Map<String, Sheet> sheetOf = new HashMap<>();
    private final Map<String, List<Flow>> touching = new LinkedHashMap<>();

    ZoneScenes(Topology topology) {
        this.topology = topology;
        this.sheets = Sheets.of(topology);
        sheets.forEach(s -> s.elements().forEach(e -> sheetOf.put(e.id(), s)));
        for (Flow flow : topology.model().flows()) {
            Set<String> ends = new LinkedHashSet<>(
                    List.of(sheet(flow.from()).id(), sheet(flow.to()).id()));
            ends.forEach(
                    s -> touching.computeIfAbsent(s, id -> new ArrayList<>()).add(flow));
        }
    }

    List<Scene> all() {
        List<Scene> scenes = new ArrayList<>(List.of(overview()));
        sheets.forEach(s -> scenes.add(scene(s)));
        return scenes;
    }

    /** Ends of a bundle of flows. */
    private record Ends(String from, String to) {}

    private Scene overview() {
        Map<Ends, List<Flow>> bundles = new LinkedHashMap<>();
        for (Flow flow : topology.model().flows()) {
            Ends ends = new Ends(sheet(flow.from()).id(), sheet(flow.to()).id());
            if (!ends.from().equals(ends.to())) {
                bundles.computeIfAbsent(ends, e -> new ArrayList<>()).add(flow);
            }
        }
        List<Scene.Link> links = bundles.entrySet().stream()
                .sorted(Comparator.comparingInt(b -> -b.getValue().size()))
                .limit(OVERVIEW_LINKS_MAX)
                .map(b -> bundle(b.getKey(), b.getValue(), true))
                .toList();
        String title = "Overview of " + topology.model().scope().name();
        if (bundles.size() > links.size()) {
            title += ", the %d busiest of %d connections".formatted(links.size(), bundles.size());
        }
        List<Scene.Node> nodes = sheets.stream().map(s -> stub(s, false)).toList();
        return new Scene("dfd-0", title, List.of(), nodes, links);
    }

    private static Scene.Link bundle(Ends ends, List<Flow> flows, boolean named) {
        String name = named ? Figures.count(flows.size(), "flow") : "";
        String ids = String.join(" ", flows.stream().limit(20).map(Flow::id).toList());
        return new Scene.Link(ids, ends.from(), ends.to(), name, List.of());
    }

    private Scene scene(Sheet sheet) {
        List<Flow> flows = touching.getOrDefault(sheet.id(), List.of());
        Map<String, Scene.Node> stubs = stubs(sheet, flows);
        List<Scene.Node> nodes = new ArrayList<>();
        sheet.elements().forEach(e -> nodes.add(Scenes.node(e)));
        nodes.addAll(stubs.values());
        List<Scene.Link> links = new ArrayList<>();
        Map<Ends, List<Flow>> out = new LinkedHashMap<>();
        for (Flow flow : flows) {
            Ends ends = new Ends(end(flow.from(), sheet, stubs), end(flow.to(), sheet, stubs));
            if (ends.from().equals(flow.from()) && ends.to().equals(flow.to())) {
                links.add(Scenes.link(flow, topology));
            } else {
                out.computeIfAbsent(ends, e -> new ArrayList<>()).add(flow);
            }
        }
        out.forEach((ends, bundled) -> links.add(bundle(ends, bundled, false)));
        return new Scene(sheet.id(), sheet.title(), groups(sheet), nodes, links);
    }

    /** The sheets with most flows to and from this one; the others are one stub. */
    private Map<String, Scene.Node> stubs(Sheet sheet, List<Flow> flows) {
        Map<Sheet, Integer> counts = new LinkedHashMap<>();
        for (Flow flow : flows) {
            for (String end : List.of(flow.from(), flow.to())) {
                if (!sheet(end).equals(sheet)) {
                    counts.merge(sheet(end), 1, Integer::sum);
                }
            }
        }
        Map<String, Scene.Node> stubs = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Comparator.comparingInt(c -> -c.getValue()))
                .limit(STUBS_MAX)
                .forEach(c -> stubs.put(c.getKey().id(), stub(c.getKey(), true)));
        if (counts.size() > STUBS_MAX) {
            String name = "%d more drawings".formatted(counts.size() - STUBS_MAX);
            stubs.put(ELSEWHERE, new Scene.Node(ELSEWHERE, ELSEWHERE, "", Shape.ENTITY, name, "elsewhere", true));
        }
        return stubs;
    }

    private String end(String element, Sheet sheet, Map<String, Scene.Node> stubs) {
        Sheet home = sheet(element);
        if (home.equals(sheet)) {
            return element;
        }
        return stubs.containsKey(home.id()) ? home.id() : ELSEWHERE;
    }

    private List<Scene.Group> groups(Sheet sheet) {
        Map<String, Scene.Group> groups = new LinkedHashMap<>();
        for (Element element : sheet.elements()) {
            for (String id : topology.zonesAround(element).reversed()) {
                Zone zone = topology.zones().get(id);
                if (zone != null) {
                    groups.putIfAbsent(id, Scenes.group(zone));
                }
            }
        }
        return List.copyOf(groups.values());
    }

    private static Scene.Node stub(Sheet sheet, boolean elsewhere) {
        int size = sheet.elements().size();
        String note = elsewhere ? "another drawing" : size == 1 ? "1 element" : size + " elements";
        return new Scene.Node(sheet.id(), sheet.id(), "", Shape.ENTITY, sheet.title(), note, elsewhere);
    }

    private Sheet sheet(String element) {
        Sheet sheet = sheetOf.get(element);
        if (sheet == null) {
            throw new IllegalArgumentException("element '%s' lies in no zone".formatted(element));
        }
        return sheet;
    }
}
