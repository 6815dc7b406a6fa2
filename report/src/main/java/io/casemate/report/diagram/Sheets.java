package io.casemate.report.diagram;

import io.casemate.core.model.Element;
import io.casemate.core.model.Topology;
import io.casemate.core.model.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a large system into sheets of at most {@link #ELEMENTS_MAX} elements along its trust boundaries: a zone with all that lies in
 * it goes on one sheet where it fits, small neighbours share one, a zone that is too large is cut.
 */
final class Sheets {
    static final int ELEMENTS_MAX = 40;

    /** One sheet; its id is a DOM id. */
    record Sheet(String id, String title, List<Element> elements) {
        Sheet {
            elements = List.copyOf(elements);
        }
    }

    private final Topology topology;
    private final Map<String, List<Zone>> children = new LinkedHashMap<>();
    private final Map<String, List<Element>> direct = new LinkedHashMap<>();
    private final List<List<Element>> filled = new ArrayList<>();
    private List<Element> open = new ArrayList<>();

    private Sheets(Topology topology) {
        this.topology = topology;
        topology.model()
                .zones()
                .forEach(z -> children.computeIfAbsent(z.parent(), p -> new ArrayList<>())
                        .add(z));
        topology.model()
                .elements()
                .forEach(e ->
                        direct.computeIfAbsent(e.zone(), z -> new ArrayList<>()).add(e));
    }

    static List<Sheet> of(Topology topology) {
        var sheets = new Sheets(topology);
        sheets.children.getOrDefault("", List.of()).forEach(sheets::place);
        sheets.turn();
        List<Sheet> all = new ArrayList<>();
        for (List<Element> elements : sheets.filled) {
            int number = all.size() + 1;
            all.add(new Sheet("dfd-" + number, "%d. %s".formatted(number, sheets.title(elements)), elements));
        }
        return all;
    }

    private void place(Zone zone) {
        List<Element> inside = inside(zone);
        if (inside.size() <= ELEMENTS_MAX) {
            fill(inside);
            return;
        }
        List<Element> own = direct.getOrDefault(zone.id(), List.of());
        for (int from = 0; from < own.size(); from += ELEMENTS_MAX) {
            fill(own.subList(from, Math.min(own.size(), from + ELEMENTS_MAX)));
        }
        children.getOrDefault(zone.id(), List.of()).forEach(this::place);
    }

    private List<Element> inside(Zone zone) {
        List<Element> inside = new ArrayList<>(direct.getOrDefault(zone.id(), List.of()));
        children.getOrDefault(zone.id(), List.of()).forEach(z -> inside.addAll(inside(z)));
        return inside;
    }

    private void fill(List<Element> elements) {
        if (open.size() + elements.size() > ELEMENTS_MAX) {
            turn();
        }
        open.addAll(elements);
    }

    private void turn() {
        if (!open.isEmpty()) {
            filled.add(open);
            open = new ArrayList<>();
        }
    }

    private String title(List<Element> elements) {
        Set<String> zones = new LinkedHashSet<>();
        for (Element element : elements) {
            Zone zone = topology.zones().get(element.zone());
            zones.add(zone == null || zone.name().isBlank() ? element.zone() : zone.name());
        }
        String first = String.join(", ", zones.stream().limit(2).toList());
        return zones.size() > 2 ? "%s and %d more zones".formatted(first, zones.size() - 2) : first;
    }
}
